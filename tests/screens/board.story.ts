import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { AddMembership, CreateAccount } from '#libs/identity';
import { launchBrowser } from '../support/chromium.ts';
import { desk, Person } from '../support/person.ts';
import { bonnePage, kitchen, pain, someServices } from '../support/region.ts';
import { TestHub, until } from '../support/test-hub.ts';

let browser: Browser, hub: TestHub;
beforeAll(async () => {
  browser = await launchBrowser();
  hub = await TestHub.start(undefined, { FANAL_WEB: process.env.FANAL_WEB! });
  await someServices(hub.db);
  const { accountId } = await hub
    .get(CreateAccount)
    .run({ email: 'coordinator@demo.fanal.test', displayName: 'Coordination', language: 'fr', demo: true });
  await hub.get(AddMembership).run({ accountId, organizationId: bonnePage, role: 'MUNICIPAL_COORDINATOR', territories: [] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

async function coordinator(options = {}): Promise<Person> {
  const person = await Person.at(browser, hub.url, { viewport: desk, ...options });
  await person.opens('/sign-in');
  await person.page.getByRole('button', { name: /Coordination/ }).click();
  await person.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  return person;
}
const figures = async (person: Person) => (await person.page.locator('[data-figure]').allTextContents()).map(Number);
const read = (person: Person) => until(async () => (await figures(person)).length === 8);
const say = async (state: string) => {
  const partner = await hub.as('PARTNER_EDITOR', pain);
  await partner.ask('mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }', {
    input: { serviceId: kitchen, state },
  });
};

test('what is chosen stands in the address, by the keyboard alone; an address that selects nothing says so', async () => {
  await say('OPEN');
  const she = await coordinator();
  const { page } = she;
  await she.opens('/situation');
  await read(she);
  await page.keyboard.press('1');
  await page.waitForURL(/state=OPEN/);
  await page.getByRole('heading', { name: '1 service' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '1 service' }).waitFor();
  expect((await figures(she)).reduce((sum, n) => sum + n, 0)).toBe(2); // a choice of states leaves the figures as they are
  await page.getByLabel('Ancienne ville').selectOption('vimont');
  await page.waitForURL(/territory=vimont/);
  await until(async () => (await figures(she)).reduce((sum, n) => sum + n, 0) === 1);
  await she.opens('/situation?category=sports-and-recreation');
  await page.getByText('Aucun service dans cette sélection.').waitFor();
  await page.getByText('Personne à joindre : tout est confirmé.').waitFor();
  expect(await she.faults()).toEqual([]);
  await page.getByRole('button', { name: 'Tout voir' }).click();
  await until(async () => (await figures(she)).reduce((sum, n) => sum + n, 0) === 2);
  expect(she.complaints).toEqual([]);
  await she.leaves();
});

test('without a line the board keeps what it knew and says since when; back, it has what was said meanwhile', async () => {
  await say('OPEN');
  const she = await coordinator();
  await she.opens('/situation');
  await she.live.waitFor();
  await until(async () => (await figures(she))[0] === 1);
  await she.losesTheLine();
  expect((await figures(she))[0]).toBe(1);
  await say('LIMITED');
  await she.hasTheLineAgain();
  await until(async () => (await figures(she))[1] === 1);
  expect((await figures(she)).reduce((sum, n) => sum + n, 0)).toBe(2);
  await she.leaves();
});

test('a board that could not be read says so, and reads itself once the hub answers', async () => {
  const she = await coordinator();
  await she.opens('/me');
  let down = true;
  await she.page.route('**/graphql', route => {
    const { operationName } = route.request().postDataJSON() as { operationName?: string };
    return down && operationName === 'Situation' ? route.fulfill({ status: 500, body: 'no' }) : route.continue();
  });
  await she.opens('/situation');
  await she.page.getByText('Nous n’avons pas pu lire la situation.').waitFor();
  expect(await she.faults()).toEqual([]);
  down = false;
  await read(she);
  await she.leaves();
});

test('of several events none hides another, nor its emergency; whether the figures are of one or of everything is said', async () => {
  const supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  const act = async (document: string, input: object) => (await supervisor.ask(document, { input })).done.crisis;
  const opening =
    'mutation ($input: OpenCrisisInput!) { done: openCrisis(input: $input) { ... on CrisisOpened { crisis { id areas { id } } } } }';
  const open = (fr: string, territory: string, phase: string) =>
    act(opening, { name: { fr }, nature: 'STORM', areas: [{ territory, phase }], categories: ['food'] });
  await open('Panne', 'laval', 'RESPONSE');
  const verglas = await open('Verglas', 'chomedey', 'WATCH'); // later, and less grave
  const declaring =
    'mutation ($input: DeclareLocalEmergencyInput!) { done: declareLocalEmergency(input: $input) { ... on LocalEmergencyDeclared { crisis { id } } } }';
  await act(declaring, { crisisId: verglas.id, areaId: verglas.areas[0].id, until: new Date(Date.now() + 86_400_000) });

  const she = await coordinator();
  await she.opens('/situation');
  await she.page.getByRole('heading', { name: 'Panne', level: 1 }).waitFor();
  await she.page.getByText('Tout le répertoire :').waitFor();
  const others = she.page.getByRole('list', { name: 'Aussi en cours' });
  await others.getByText(/Verglas · Veille · État d’urgence local, encore/).waitFor();
  await she.page.getByRole('link', { name: 'Seulement cet événement' }).click();
  await she.page.getByText('Touchés par l’événement :').waitFor();
  await until(async () => (await figures(she)).reduce((sum, n) => sum + n, 0) === 1);
  await others.getByRole('link', { name: 'Verglas' }).click();
  await she.page.getByRole('heading', { name: 'Verglas', level: 1 }).waitFor();
  await others.getByText(/Panne · Intervention/).waitFor();
  expect(await she.faults()).toEqual([]);
  await she.leaves();
});
