import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { AddMembership, CreateAccount } from '#libs/identity';
import { launchBrowser } from '../support/chromium.ts';
import { Person, phone } from '../support/person.ts';
import { bonnePage, kitchen, pain, someServices } from '../support/region.ts';
import { TestHub, until } from '../support/test-hub.ts';

const wall = { width: 1920, height: 1080 };

let browser: Browser, hub: TestHub;
beforeAll(async () => {
  browser = await launchBrowser();
  hub = await TestHub.start(undefined, { FANAL_WEB: process.env.FANAL_WEB! });
  await someServices(hub.db);
  const { accountId } = await hub
    .get(CreateAccount)
    .run({ email: 'supervisor@demo.fanal.test', displayName: 'Supervision', language: 'fr', demo: true });
  await hub.get(AddMembership).run({ accountId, organizationId: bonnePage, role: 'CENTRE_SUPERVISOR', territories: [] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

async function room(path = '/situation/wall', options = {}): Promise<Person> {
  const person = await Person.at(browser, hub.url, { viewport: wall, colorScheme: 'light', ...options });
  await person.opens('/sign-in');
  await person.page.getByRole('button', { name: /Supervision/ }).click();
  await person.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await person.opens(path);
  return person;
}
const live = (person: Person) => person.page.locator('header b', { hasText: /^(En direct|Live)$/ });
const figures = (person: Person) => person.page.locator('[data-figure]').allTextContents();
const sum = async (person: Person) => (await figures(person)).reduce((all, one) => all + Number(one), 0);
const say = async (state: string) => {
  const partner = await hub.as('PARTNER_EDITOR', pain);
  await partner.ask('mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }', {
    input: { serviceId: kitchen, state },
  });
};

test.each([
  ['1920 × 1080', wall, 'fr-CA'],
  ['4K', { width: 3840, height: 2160 }, 'en-CA'],
  ['upright', { width: 1080, height: 1920 }, 'fr-CA'],
])('the wall fills a screen of %s and nothing of it scrolls; it is dark whatever the room prefers', async (_, viewport, locale) => {
  const screen = await room('/situation/wall', { viewport, locale });
  await live(screen).waitFor();
  await until(async () => (await figures(screen)).length === 8);
  expect(await sum(screen)).toBe(3);
  const beyond = await screen.page.evaluate(() => {
    const { document, innerHeight, innerWidth } = globalThis as any;
    const parts = [...document.querySelectorAll('main > *, main section')].map((part: any) => part.getBoundingClientRect());
    return {
      scrolls: document.documentElement.scrollWidth > innerWidth || document.querySelector('main').scrollHeight > innerHeight + 1,
      outside: parts.filter(({ right, bottom }) => right > innerWidth || bottom > innerHeight).length,
    };
  });
  expect(beyond).toEqual({ scrolls: false, outside: 0 });
  expect(await screen.page.evaluate(() => (globalThis as any).document.documentElement.dataset.mantineColorScheme)).toBe('dark');
  expect(await screen.faults()).toEqual([]);
  expect(screen.complaints).toEqual([]);
  await screen.leaves();
});

test('who is silent is never named on a wall, not even for the 211: no answer says it', async () => {
  const screen = await Person.at(browser, hub.url, { viewport: wall });
  await screen.opens('/sign-in');
  await screen.page.getByRole('button', { name: /Supervision/ }).click();
  await screen.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await screen.opens('/me'); // find help names every service
  const answers: string[] = [];
  screen.page.on('response', async response => {
    if (response.url().endsWith('/graphql')) answers.push(await response.text().catch(() => ''));
  });
  await screen.opens('/situation/wall');
  await screen.page.getByText('le 211 s’en occupe').waitFor();
  expect(await screen.page.getByText('Aide aux devoirs').count()).toBe(0);
  expect(answers.some(answer => answer.includes('mapServices'))).toBe(true);
  expect(answers.filter(answer => answer.includes('Aide aux devoirs'))).toEqual([]);
  await screen.leaves();
});

test('a lost line turns the head to what it is true for; back, it reads what it missed with nobody near', async () => {
  await say('OPEN');
  const screen = await room();
  await live(screen).waitFor();
  await until(async () => (await figures(screen))[0] === '1');
  screen.line.cut();
  await screen.context.setOffline(true);
  await screen.page.getByText(/^Vrai à/).waitFor();
  expect(await live(screen).count()).toBe(0);
  expect((await figures(screen))[0]).toBe('1'); // never a blank screen
  expect(await screen.faults()).toEqual([]);
  await say('FULL');
  await screen.hasTheLineAgain();
  await live(screen).waitFor();
  await until(async () => (await figures(screen))[2] === '1');
  expect(await sum(screen)).toBe(3);
  await screen.page.getByText(/passe de ouvert à complet/).waitFor();
  await screen.leaves();
});

test('the event, its phase, its day and its emergency are there as they change; an exercise only where it was chosen', async () => {
  const supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  const opening =
    'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id areas { id } } } } }';
  const open = async (fr: string, exercise: boolean) =>
    (await supervisor.ask(opening, { input: { name: { fr }, nature: 'ICE', areas: [{ territory: 'laval', phase: 'ALERT' }], exercise } }))
      .openCrisis.crisis;
  const drill = await open('Panne simulée', true);
  const screen = await room();
  await screen.page.getByRole('heading', { level: 1, name: 'Veille ordinaire' }).waitFor();
  await live(screen).waitFor();
  const { id, areas } = await open('Verglas', false);
  await screen.page.getByRole('heading', { level: 1, name: 'Verglas' }).waitFor();
  await screen.page.getByText('Alerte, jour 1').waitFor();
  await supervisor.ask('mutation ($input: DeclareLocalEmergencyInput!) { declareLocalEmergency(input: $input) { __typename } }', {
    input: { crisisId: id, areaId: areas[0].id, until: new Date(Date.now() + 49 * 3_600_000).toISOString() },
  });
  await screen.page.getByText(/encore 2\sj/).waitFor();
  expect(await screen.faults()).toEqual([]);
  await screen.opens(`/situation/wall?crisis=${drill.id}`);
  await screen.page.getByText('Exercice : rien de ceci n’est réel').waitFor();
  expect(screen.complaints).toEqual([]);
  await screen.leaves();
});

test('from the board by a key and back by one, the room’s own colours again; who may not see it is told', async () => {
  const screen = await room('/situation');
  await screen.page.getByRole('link', { name: /Mode mural/ }).waitFor();
  await screen.page.locator('body').press('m');
  await screen.page.waitForURL('**/situation/wall');
  await until(async () => (await figures(screen)).length === 8);
  await screen.page.keyboard.press('Escape');
  await screen.page.getByRole('link', { name: /Mode mural/ }).waitFor();
  expect(await screen.page.evaluate(() => (globalThis as any).document.documentElement.dataset.mantineColorScheme)).toBe('light');
  const somebody = await Person.at(browser, hub.url, { viewport: phone });
  await somebody.opens('/situation/wall');
  await somebody.page.getByRole('link', { name: 'Me connecter plutôt avec mon compte' }).waitFor();
  expect(await somebody.faults()).toEqual([]);
  expect([...screen.complaints, ...somebody.complaints]).toEqual([]);
  await Promise.all([screen.leaves(), somebody.leaves()]);
});
