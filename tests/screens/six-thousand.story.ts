import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { wall, wrongOf } from '../support/looks.ts';
import { manyServices } from '../support/many-services.ts';
import { desk, type Person, phone } from '../support/person.ts';
import { bonnePage } from '../support/region.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

const MANY = 6_000;
/** Until what a screen is of can be used, in milliseconds: about a second on a laptop, more where four others work beside. */
const SOON = 15_000;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Supervision', 'CENTRE_SUPERVISOR', bonnePage);
  await manyServices(stage.hub, MANY);
  await stage.hub.db.query(
    `insert into platform.outgoing (id, channel, template, subject, state, tries, due_at, last_error, sent_at, created_at)
     select uuidv7(), 'MAIL', 'sign-in', gen_random_uuid(), case n % 2 when 0 then 'DEAD' else 'SENT' end, 1, now(), case n % 2 when 0 then 'SMTP_550' end,
       case n % 2 when 1 then now() end, now() from generate_series(1, $1) n`,
    [MANY],
  );
}, 120_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

/** What a device has to hold and to draw, and how long it took. */
const weighs = (person: Person): Promise<{ elements: number; rows: number; ms: number }> =>
  person.page.evaluate(() => {
    const { document, performance } = globalThis as any;
    const count = (what: string): number => document.querySelectorAll(what).length;
    return { elements: count('*'), rows: count('article'), ms: performance.now() };
  });
const numberIn = (words: string) => Number(words.replace(/\D/g, ''));
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const figures = async (person: Person) => sum((await person.page.locator('[data-figure]').allTextContents()).map(numberIn));
const rings = async (person: Person) => {
  const said = await person.page.locator('[class*=map] button').allTextContents();
  return sum(said.map(words => numberIn(/(\d[\d\s]*)services/.exec(words)?.[1] ?? '')));
};

test.each([
  [390, phone],
  [1440, desk],
] as const)('find help at %i px: a page of them at a time, any one found, and all of them on the map', async (_, viewport) => {
  const she = await stage.somebody({ viewport });
  const { page } = she;
  await she.opens('/');
  await page.getByRole('article').first().waitFor();
  const first = await weighs(she);
  expect(first.ms).toBeLessThan(SOON);
  expect(first.rows).toBe(50);
  expect(first.elements).toBeLessThan(2_000);
  await page
    .getByText(/^6\s?002 services$/)
    .first()
    .waitFor();
  if (viewport === phone) await page.getByRole('radio', { name: 'Carte' }).check();
  await until(async () => (await rings(she)) === MANY + 3); // one has two places
  expect((await weighs(she)).elements).toBeLessThan(2_000);
  expect(await wrongOf(she)).toEqual([]);
  expect(await she.faults()).toEqual([]);
  if (viewport === phone) await page.getByRole('radio', { name: 'Liste' }).check();
  await page.getByRole('combobox', { name: 'Quoi' }).fill('depanage 4242');
  await page.getByRole('article', { name: 'Dépannage 4242' }).waitFor();
});

test.each([
  ['the board', 390, '/situation', phone],
  ['the board', 1440, '/situation', desk],
  ['the wall', 1920, '/situation/wall', wall],
] as const)('%s at %i px: its figures are of all of them', async (_, __, path, viewport) => {
  const she = await stage.signedIn('Supervision', { viewport });
  await she.opens(path);
  await until(async () => (await figures(she)) === MANY + 3);
  expect((await weighs(she)).ms).toBeLessThan(SOON);
  await until(async () => (await rings(she)) > 0);
  expect((await weighs(she)).elements).toBeLessThan(2_000);
  expect(await wrongOf(she)).toEqual([]);
  expect(await she.faults()).toEqual([]);
});

test.each([
  ['whom to call', 390, '/to-reach', phone, 'Le Pain partagé'],
  ['a new campaign', 1440, '/campaigns/new', desk, /^6\s?003 services$/],
  ['what leaves', 390, '/outgoing', phone, /^6\s?000 envois$/],
  ['what leaves', 1440, '/outgoing?state=dead', desk, /^3\s?000 envois$/],
] as const)('%s at %i px', async (_, __, path, viewport, words) => {
  const she = await stage.signedIn('Supervision', { viewport });
  await she.opens(path);
  await she.page.getByText(words).filter({ visible: true }).first().waitFor();
  const { elements, ms } = await weighs(she);
  expect(ms).toBeLessThan(SOON);
  expect(elements).toBeLessThan(2_500);
  expect(await wrongOf(she)).toEqual([]);
  expect(await she.faults()).toEqual([]);
});

test('who speaks for three thousand sees a hundred of them at a time', async () => {
  const she = await stage.signedIn('Partenaire');
  await she.page.getByRole('article').first().waitFor();
  const { rows, elements, ms } = await weighs(she);
  expect(rows).toBe(100);
  expect(elements).toBeLessThan(4_000);
  expect(ms).toBeLessThan(SOON);
});
