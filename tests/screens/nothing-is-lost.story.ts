import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { databaseComesBack, databaseGoes } from '../support/database-away.ts';
import { card, says, Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
beforeAll(async () => void (stage = await Stage.set()), 60_000);
afterEach(async () => expect((await stage.clear()).filter(said => !/status of 50\d/.test(said))).toEqual([]));
afterAll(() => stage?.strike());

test('PostgreSQL is away while she reports: it is kept, and is one report once it is back', async () => {
  const { databaseUrl } = stage.hub;
  const she = await stage.partner();
  const before = await stage.reports();
  await databaseGoes(databaseUrl);
  await says(she, /Complet/);
  await card(she)
    .getByText(/Envoi en cours|Pas encore confirmé/)
    .waitFor();
  await until(async () => (await fetch(`${stage.hub.url}/readyz`)).status === 503);
  await new Promise(later => setTimeout(later, 7_000)); // it has been sent a second time by then
  await card(she)
    .getByText(/Envoi en cours|Pas encore confirmé/)
    .waitFor();
  await databaseComesBack(databaseUrl);
  await card(she).getByText('Voici ce que le monde voit maintenant').waitFor({ timeout: 40_000 });
  expect(await stage.reports()).toBe(before + 1);
}, 120_000);
