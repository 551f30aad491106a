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
  for (const [role, displayName] of [
    ['CENTRE_SUPERVISOR', 'Supervision'],
    ['MUNICIPAL_COORDINATOR', 'Coordination'],
  ] as const) {
    const { accountId } = await hub
      .get(CreateAccount)
      .run({ email: `${displayName.toLowerCase()}@demo.fanal.test`, displayName, language: 'fr', demo: true });
    await hub.get(AddMembership).run({ accountId, organizationId: bonnePage, role, territories: [] });
  }
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

async function on(name: RegExp): Promise<Person> {
  const person = await Person.at(browser, hub.url, { viewport: desk });
  await person.opens('/sign-in');
  await person.page.getByRole('button', { name }).click();
  await person.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await person.opens('/situation');
  await person.page.locator('[data-figure]').first().waitFor();
  return person;
}
/** What has the focus: a row's act, a list's heading, or its words. */
const focus = (person: Person): Promise<string> =>
  person.page.evaluate(() => {
    const here = (globalThis as any).document.activeElement;
    return here.matches('[data-row-action]') ? 'a row' : here.matches('[data-list]') ? 'a list' : here.textContent;
  });

test('211 calls who is silent with no mouse: what was said is said, and the next row has the focus', async () => {
  const he = await on(/Supervision/);
  const { keyboard } = he.page;
  const rows = he.page.locator('[data-part="lists"] section').first().locator('[data-row-action]');
  await until(async () => (await rows.count()) === 3);
  await keyboard.press(']');
  expect(await focus(he)).toBe('a list');
  await keyboard.press('j');
  expect(await focus(he)).toBe('a row');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  expect(await focus(he)).toBe('Pas de réponse');
  await keyboard.press('Enter');
  expect(await focus(he)).toBe('a row');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  expect(await focus(he)).toBe('Ouvert');
  await keyboard.press('Enter');
  await until(async () => (await rows.count()) === 2);
  await until(async () => (await focus(he)) === 'a row');
  expect(await he.faults()).toEqual([]);
  expect(he.complaints).toEqual([]);
  await he.leaves();
});

test('what is disputed is settled with no mouse; the list says that nothing is left, and has the focus', async () => {
  const partner = await hub.as('PARTNER_EDITOR', pain);
  await partner.ask('mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }', {
    input: { serviceId: kitchen, state: 'OPEN' },
  });
  const counsellor = await hub.as('COUNSELLOR', bonnePage);
  await counsellor.ask('mutation ($input: ContradictServiceStatusInput!) { contradictServiceStatus(input: $input) { __typename } }', {
    input: { serviceId: kitchen, says: 'FULL', note: { fr: 'Plus de repas.' } },
  });
  const he = await on(/Supervision/);
  const { page } = he;
  await page.getByRole('button', { name: /Régler/ }).waitFor();
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await focus(he)).toBe('a row');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Aucune information différente à régler.').waitFor();
  expect(await focus(he)).toBe('a list');
  expect(await he.faults()).toEqual([]);
  expect(he.complaints).toEqual([]);
  await he.leaves();
});

test('the municipality goes from town to town, and one key makes the board that town’s', async () => {
  const she = await on(/Coordination/);
  await she.page.getByRole('button', { name: 'Vimont', exact: true }).waitFor();
  await she.page.keyboard.press(']');
  await she.page.keyboard.press('j');
  expect(await focus(she)).toBe('a row');
  await she.page.keyboard.press('Enter');
  await she.page.waitForURL(/territory=/);
  await she.page.keyboard.press('?');
  await she.page.getByText('Ligne suivante, précédente').waitFor();
  expect(she.complaints).toEqual([]);
  await she.leaves();
});
