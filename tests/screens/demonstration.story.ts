import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { loadDemo } from '../../demo/index.ts';
import { launchBrowser } from '../support/chromium.ts';
import { desk, Person, phone } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { TestHub } from '../support/test-hub.ts';

const mark = 'Démonstration : organismes, heures et états sont en partie inventés.';
const reload = 'Recharger la démonstration';

let hub: TestHub;
let browser: Browser;
const people: Person[] = [];
beforeAll(async () => {
  hub = await TestHub.start(undefined, { FANAL_WEB: process.env.FANAL_WEB!, LOG_LEVEL: 'fatal' });
  await loadDemo({ get: (part: never) => hub.get(part) } as never, { services: 20 }); // it asks for parts and nothing else
  browser = await launchBrowser();
}, 90_000);
afterAll(async () => {
  for (const person of people) await person.leaves();
  await browser?.close();
  await hub?.close();
});

async function somebody(options: BrowserContextOptions = {}): Promise<Person> {
  const person = await Person.at(browser, hub.url, options);
  people.push(person);
  return person;
}

test('every screen says that it is a demonstration; nobody is offered what they may not do', async () => {
  for (const look of [{ viewport: phone }, { viewport: desk, colorScheme: 'dark' as const }]) {
    const she = await somebody(look);
    for (const path of ['/', '/sign-in', '/what-a-status-means', '/nowhere']) {
      await she.opens(path);
      await she.page.getByText(mark).waitFor();
      expect(await she.page.getByRole('button', { name: reload }).count()).toBe(0);
    }
    expect(await she.faults()).toEqual([]);
    expect(await she.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await she.page.goto('/?plain');
    await she.page.getByText(mark).waitFor();
  }
  const english = await somebody({ locale: 'en-CA' });
  await english.opens('/');
  await english.page.getByText('Demonstration: organizations, hours and states are in part invented.').waitFor();
});

test('the wall says so too', async () => {
  const she = await somebody({ viewport: desk });
  await she.opens('/sign-in');
  await she.page.getByRole('button', { name: /Charbonneau/ }).click();
  await she.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await she.page.goto('/situation/wall');
  await she.page.locator('header').getByText('Démonstration', { exact: true }).waitFor();
});

test('who may loads it anew, having been told what is lost; a board that stays open is true again by itself', async () => {
  const visitor = await somebody({ viewport: desk });
  await visitor.opens('/');
  await visitor.live.waitFor();
  const { services } = await (await hub.as()).ask('{ services(first: 1) { edges { node { id name { fr } } } } }');
  const { id, name } = services.edges[0].node;
  const speaking = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
  const note = 'Un mot d’avant le rechargement';
  const researcher = await hub.as('RESEARCHER', (await hub.db.query('select id from directory.organization limit 1'))[0].id);
  const said = await researcher.ask(speaking, { input: { serviceId: id, state: 'LIMITED', note: { fr: note } } });
  expect(said.reportServiceStatus.__typename).toBe('ServiceStatusReported');
  await visitor.page.goto(`/?q=${encodeURIComponent(name.fr)}`);
  await visitor.page.getByText(note).first().waitFor();
  await visitor.live.waitFor();

  const she = await somebody({ viewport: desk });
  await she.opens('/sign-in');
  await she.page.getByRole('button', { name: /administr/i }).click();
  await she.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await she.page.getByRole('button', { name: reload }).click();
  const dialog = she.page.getByRole('dialog');
  await dialog.getByText('Tout ce qui a été fait ici est perdu').waitFor();
  expect(await she.faults()).toEqual([]);
  await she.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await she.page.getByRole('button', { name: reload }).click();
  await dialog.getByRole('button', { name: 'Tout remplacer' }).click();
  await dialog.waitFor({ state: 'hidden', timeout: 90_000 });
  await visitor.page.getByText(note).first().waitFor({ state: 'hidden', timeout: 30_000 });
}, 180_000);

test('a hub that holds anything else says nothing of the kind', async () => {
  const stage = await Stage.set();
  const she = await stage.somebody({ viewport: phone });
  await she.opens('/');
  await she.live.waitFor();
  expect(await she.page.getByText(mark).count()).toBe(0);
  await stage.strike();
}, 60_000);
