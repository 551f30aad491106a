import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { databaseComesBack, databaseGoes } from '../support/database-away.ts';
import { desk } from '../support/person.ts';
import { kitchen, pain } from '../support/region.ts';
import { card, row, says, Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
beforeAll(async () => void (stage = await Stage.set()), 60_000);
afterEach(async () => expect((await stage.clear()).filter(said => !/status of 50\d/.test(said))).toEqual([]));
afterAll(() => stage?.strike());

async function another(state: string, more: object = {}): Promise<void> {
  const partner = await stage.hub.as('PARTNER_EDITOR', pain);
  const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
  const { reportServiceStatus } = await partner.ask(reporting, { input: { serviceId: kitchen, state, ...more } });
  expect(reportServiceStatus.__typename).toBe('ServiceStatusReported');
}
const confirmed = async () => (await stage.hub.db.query('select confirmed_at from status.current where service_id = $1', [kitchen]))[0];

test('the answer to her report comes after another’s newer word: the newer one stays on screen', async () => {
  const she = await stage.partner();
  let letGo = () => undefined as void;
  const held = new Promise<void>(done => (letGo = done));
  await she.page.route('**/graphql', async route => {
    if (!route.request().postData()?.includes('ReportServiceStatus')) return route.continue();
    const answer = await route.fetch();
    await held;
    await route.fulfill({ response: answer });
  });
  const before = await stage.reports();
  await says(she, /Ouvert/);
  await until(async () => (await stage.reports()) === before + 1);
  await another('FULL');
  await until(() => she.keeps('FULL')); // the news has come
  letGo();
  await card(she).getByText('Voici ce que le monde voit maintenant').waitFor();
  expect(await card(she).getByText('Complet').isVisible()).toBe(true);
});

test('a line that died unnoticed: she confirms what she saw, not what was said meanwhile', async () => {
  await another('OPEN');
  const she = await stage.partner();
  await she.live.waitFor();
  await new Promise(later => setTimeout(later, 1_000));
  she.line.freeze();
  await another('FULL');
  const { confirmed_at: before } = await confirmed();
  await card(she)
    .getByRole('button', { name: /Toujours vrai/ })
    .click();
  she.line.mend();
  await card(she).getByText('Un mot plus récent est arrivé').waitFor({ timeout: 40_000 });
  expect((await confirmed()).confirmed_at).toEqual(before);
}, 60_000);

test('while PostgreSQL is away nothing is said to be live; once it is back, what was said is on screen', async () => {
  await another('OPEN');
  const board = await stage.somebody({ viewport: desk });
  await board.opens('/');
  await row(board, 'Cuisine collective').getByText('Ouvert').waitFor();
  await databaseGoes(stage.hub.databaseUrl);
  await board.live.waitFor({ state: 'hidden', timeout: 16_000 });
  await databaseComesBack(stage.hub.databaseUrl);
  await until(async () => (await fetch(`${stage.hub.url}/readyz`)).status === 200);
  await another('FULL');
  await row(board, 'Cuisine collective').getByText('Complet').waitFor({ timeout: 40_000 });
  await board.live.waitFor({ timeout: 40_000 });
}, 90_000);

test('a plan takes over on open screens at its instant, with no line at all; then the hub’s word stands', async () => {
  await another('OPEN');
  const she = await stage.partner();
  const board = await stage.somebody({ viewport: desk });
  await board.opens('/');
  await another('SUSPENDED', { note: { fr: 'Panne de courant' }, effectiveFrom: new Date(Date.now() + 8_000) });
  for (const person of [she, board])
    await row(person, 'Cuisine collective')
      .getByText(/puis fermé temporairement/)
      .waitFor();
  for (const { line } of [she, board]) line.freeze();
  for (const person of [she, board]) {
    await row(person, 'Cuisine collective').getByText('Ouvert').waitFor({ state: 'hidden' });
    await row(person, 'Cuisine collective').getByText('Panne de courant').waitFor();
  }
  for (const { line } of [she, board]) line.mend();
  for (const person of [she, board]) await row(person, 'Cuisine collective').getByText('Panne de courant').waitFor();
  const reading = 'query ($id: ID!) { service(id: $id) { status { state source } } }';
  expect((await (await stage.hub.as()).ask(reading, { id: kitchen })).service.status).toEqual({ state: 'SUSPENDED', source: 'PARTNER' });
  await row(board, 'Cuisine collective')
    .getByText(/selon l’organisme/)
    .waitFor({ timeout: 60_000 });
}, 120_000);
