import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { databaseComesBack, databaseGoes } from '../support/database-away.ts';
import { desk } from '../support/person.ts';
import { bonnePage, kitchen } from '../support/region.ts';
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

test('what somebody began to write is there after a reload: a limit of freshness, a settlement, what a stranger found; once sent it is gone', async () => {
  await stage.has('Supervision', 'CENTRE_SUPERVISOR', bonnePage);
  const supervisor = await stage.hub.as('CENTRE_SUPERVISOR', bonnePage);
  const opening = 'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }';
  const input = { name: { fr: 'Verglas' }, nature: 'ICE', areas: [{ territory: 'laval', phase: 'ALERT' }] };
  const { id } = (await supervisor.ask(opening, { input })).openCrisis.crisis;
  const he = await stage.signedIn('Supervision', { viewport: desk });
  const { page } = he;
  const begins = () => page.getByRole('region', { name: 'Fraîcheur' }).getByRole('button', { name: 'Changer' }).click();
  await he.opens(`/crises/${id}`);
  await begins();
  await page.getByLabel('Heures').fill('7,5');
  await page.reload();
  await begins();
  expect(await page.getByLabel('Heures').inputValue()).toBe('7,5');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page
    .getByText(/7,5\sheures/)
    .first()
    .waitFor();

  const they = await stage.somebody();
  const finds = () => they.page.getByRole('button', { name: 'Ce n’est pas ce que j’ai constaté' }).click();
  await they.opens(`/services/${kitchen}`);
  await finds();
  await they.page.getByRole('radio', { name: 'Limité' }).check();
  await they.page.getByRole('textbox').fill('Plus de repas.');
  await they.page.reload();
  await finds();
  expect(await they.page.getByRole('radio', { name: 'Limité' }).isChecked()).toBe(true);
  expect(await they.page.getByRole('textbox').inputValue()).toBe('Plus de repas.');
  await they.page.getByRole('button', { name: 'Envoyer au 211' }).click();
  await they.page.getByText(/Merci/).waitFor();

  const settles = () => page.getByRole('button', { name: /^Régler : / }).click();
  await he.opens('/situation');
  await settles();
  await page.getByRole('radio', { name: /^Garder/ }).check();
  await page.getByLabel(/^Précision/).fill('Joint par téléphone');
  await page.reload();
  await settles();
  expect(await page.getByRole('radio', { name: /^Garder/ }).isChecked()).toBe(true);
  expect(await page.getByLabel(/^Précision/).inputValue()).toBe('Joint par téléphone');
  await page.getByRole('button', { name: 'Régler', exact: true }).click();
  await page.getByText('Aucune information différente à régler.').waitFor();
  expect([await he.drafts(), await they.drafts()]).toEqual([[], []]);
}, 60_000);
