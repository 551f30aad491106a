import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.ts';
import { desk, Person, phone } from '../support/person.ts';
import { kitchen, pain, someServices } from '../support/region.ts';
import { TestHub, until } from '../support/test-hub.ts';

let browser: Browser, hub: TestHub;
beforeAll(async () => {
  browser = await launchBrowser();
  hub = await TestHub.start(undefined, { FANAL_WEB: process.env.FANAL_WEB! });
  await someServices(hub.db);
  await say('OPEN');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
async function say(state: string): Promise<void> {
  const partner = await hub.as('PARTNER_EDITOR', pain);
  expect(await partner.ask(reporting, { input: { serviceId: kitchen, state } })).toEqual({
    reportServiceStatus: { __typename: 'ServiceStatusReported' },
  });
}
const rows = (person: Person) => person.page.getByRole('article');
const found = (person: Person, words: string) =>
  person.page.getByRole('region', { name: 'Les services en direct' }).getByText(words, { exact: true }).waitFor();
const what = (person: Person) => person.page.getByRole('combobox', { name: /^(Quoi|What)$/ });
const where = (person: Person) => person.page.getByRole('combobox', { name: /^(Où|Where)$/ });

test('words without accents and with a slip find it; where is suggested; the address shows the same to whoever receives it', async () => {
  const she = await Person.at(browser, hub.url, { viewport: desk });
  await she.opens('/');
  await found(she, '2 services');
  await what(she).fill('cuisinne colective');
  await found(she, '1 service');
  await rows(she).filter({ hasText: 'Cuisine collective' }).waitFor();

  await where(she).pressSequentially('pont v');
  await she.page
    .getByRole('option', { name: /Pont-Viau/ })
    .first()
    .waitFor();
  await where(she).press('ArrowDown');
  await where(she).press('Enter');
  await rows(she)
    .getByText(/situé ici/)
    .waitFor();
  expect(new URL(she.page.url()).searchParams.get('territory')).toBe('pont-viau');

  const he = await Person.at(browser, hub.url, { viewport: desk, locale: 'en-CA' });
  await he.opens(new URL(she.page.url()).pathname + new URL(she.page.url()).search);
  await rows(he)
    .filter({ hasText: 'Community kitchen' })
    .getByText(/located here/)
    .waitFor();
  expect(await rows(he).count()).toBe(1);
  await Promise.all([she.leaves(), he.leaves()]);
});

test('the map shows the list’s services by former town, turns with them, and is walked by keyboard', async () => {
  const she = await Person.at(browser, hub.url, { viewport: desk });
  await she.opens('/');
  const town = she.page.getByRole('button', { name: /Chomedey/ });
  await town.focus();
  await she.page.keyboard.press('Enter');
  const card = she.page.getByRole('region', { name: /Chomedey/ });
  await card.getByText('Ouvert', { exact: true }).waitFor({ state: 'attached' });
  await say('FULL');
  await card.getByText('Complet', { exact: true }).waitFor({ state: 'attached' });
  await she.page.keyboard.press('ArrowRight');
  await she.page
    .getByRole('button', { name: /Pont-Viau/ })
    .and(she.page.locator(':focus'))
    .waitFor();
  await card.getByRole('button', { name: 'Voir la liste' }).click();
  await found(she, '1 service');
  expect(new URL(she.page.url()).searchParams.get('territory')).toBe('chomedey');
  expect(she.complaints).toEqual([]);
  await she.leaves();
  await say('OPEN');
});

test('the file holds exactly what the list shows', async () => {
  const she = await Person.at(browser, hub.url, { viewport: desk });
  await she.opens('/?category=food');
  await found(she, '1 service');
  await she.page.getByText('Exporter', { exact: true }).click();
  const coming = she.page.waitForEvent('download');
  await she.page.getByRole('link', { name: 'CSV (Excel)' }).click();
  const text = await readFile(await (await coming).path(), 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true); // or Excel reads the accents wrong
  const [, ...rows] = text.trim().split(/\r?\n/);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain('Cuisine collective');
  await she.leaves();
});

test('without WebGL the map says so, and the list works', async () => {
  const she = await Person.at(browser, hub.url, { viewport: desk });
  await she.page.addInitScript(() => {
    (globalThis as any).HTMLCanvasElement.prototype.getContext = () => null;
  });
  await she.opens('/');
  await she.page.getByText('La carte ne peut pas s’afficher sur cet appareil').waitFor();
  await rows(she).filter({ hasText: 'Cuisine collective' }).waitFor();
  await she.leaves();
});

test('nothing found says what to let go of, and whom to call', async () => {
  const she = await Person.at(browser, hub.url);
  await she.opens('/?q=zzzzqqqq');
  await she.page.getByText('Rien ne correspond à « zzzzqqqq ».').waitFor();
  await she.page.getByRole('button', { name: 'Tout effacer' }).click();
  await rows(she).first().waitFor();
  expect(await she.page.getByText('Maison d’hébergement').count()).toBe(0); // confidential
  await she.leaves();
});

test('without a line, what was read is filtered on the device, which says so; with it again the hub answers', async () => {
  const she = await Person.at(browser, hub.url);
  await she.opens('/');
  await found(she, '2 services');
  await she.losesTheLine();
  await what(she).fill('devoirs');
  await she.page.getByText(/parmi les 2 services gardés sur cet appareil/).waitFor();
  await rows(she).filter({ hasText: 'Aide aux devoirs' }).waitFor();
  expect(await rows(she).count()).toBe(1);
  expect(await she.faults()).toEqual([]);
  await what(she).fill('zzzz');
  await she.page.getByText(/Rien ne correspond à/).waitFor();
  await what(she).fill('');
  await until(async () => (await rows(she).count()) === 2);
  await what(she).fill('cuisine');
  await she.hasTheLineAgain();
  await she.page.getByText(/gardés sur cet appareil/).waitFor({ state: 'detached', timeout: 40_000 });
  await found(she, '1 service');
  await she.leaves();
}, 90_000);

test('what changes does not move what one reads, and is counted in sight of it', async () => {
  const she = await Person.at(browser, hub.url, { viewport: { width: 390, height: 500 } });
  await she.opens('/');
  await she.live.waitFor();
  const library = rows(she).filter({ hasText: 'Aide aux devoirs' });
  await library.evaluate(row => row.scrollIntoView({ block: 'center' }));
  const top = () => library.evaluate(row => row.getBoundingClientRect().top);
  const before = await top();
  await say('LIMITED');
  await she.page
    .getByText(/1 service a changé depuis/)
    .and(she.page.locator(':visible'))
    .first()
    .waitFor();
  expect(Math.abs((await top()) - before)).toBeLessThan(2);
  const counted = she.page
    .getByText(/1 service a changé depuis/)
    .filter({ visible: true })
    .first();
  expect(await counted.evaluate(p => p.getBoundingClientRect().top >= 0 && p.getBoundingClientRect().bottom <= 500)).toBe(true);
  await she.leaves();
  await say('OPEN');
});

test('open lists have it at once: the figures beside a word that changed, an event that begins, words that age by it', async () => {
  const she = await Person.at(browser, hub.url, { viewport: desk });
  await she.opens('/');
  await she.live.waitFor();
  const chip = (word: RegExp) => she.page.getByRole('checkbox', { name: word });
  await chip(/^Ouvert 1$/).waitFor();
  await say('FULL');
  await chip(/^Complet 1$/).waitFor();
  expect(await chip(/^Ouvert \d/).count()).toBe(0);

  const supervisor = await hub.as('CENTRE_SUPERVISOR', pain);
  const ask = async (name: string, input: object, answer = '__typename') =>
    (
      await supervisor.ask(`mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${answer} } }`, {
        input,
      })
    )[name];
  const areas = [{ territory: 'laval', phase: 'RESPONSE' }];
  const { crisis } = await ask('openCrisis', { name: { fr: 'Verglas' }, nature: 'ICE', areas }, '... on CrisisOpened { crisis { id } }');
  await she.page.getByText('Verglas : les services changent vite.').waitFor();
  const row = rows(she).filter({ hasText: 'Cuisine collective' });
  expect(await row.getByText('à confirmer').count()).toBe(0);
  await ask('setFreshness', { crisisId: crisis.id, phase: 'RESPONSE', hours: 0.0001 });
  await row.getByText('à confirmer').waitFor();
  await chip(/^À confirmer 1$/).waitFor();
  expect(await chip(/^Complet \d/).count()).toBe(0);
  await ask('changeCrisisPhase', { crisisId: crisis.id, phase: 'CLOSED', reason: 'Dégel' });
  await chip(/^Complet 1$/).waitFor();
  await she.page.getByText('Verglas : les services changent vite.').waitFor({ state: 'detached' });
  await she.leaves();
  await say('OPEN');
});

test('a device whose clock is two hours off says the ages that the hub’s clock says', async () => {
  for (const off of [-2, 2]) {
    const she = await Person.at(browser, hub.url);
    await she.page.clock.install({ time: new Date(Date.now() + off * 3_600_000) });
    await she.page.clock.resume();
    await say('FULL');
    await she.opens('/');
    await rows(she).filter({ hasText: 'Cuisine collective' }).getByText('dit à l’instant').waitFor();
    await she.leaves();
  }
  await say('OPEN');
});

test.each([
  [phone.width, 'en-CA', 'dark', phone],
  [desk.width, 'fr-CA', 'dark', desk],
] as const)('at %i px in %s, %s: nothing serious on the map', async (_, locale, colorScheme, viewport) => {
  const she = await Person.at(browser, hub.url, { viewport, locale, colorScheme });
  await she.opens('/');
  if (viewport === phone) await she.page.getByRole('radio', { name: /Carte|Map/ }).check();
  await she.page.getByRole('button', { name: /Chomedey/ }).waitFor();
  expect(await she.faults()).toEqual([]);
  await she.leaves();
});
