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
  for (const role of ['CENTRE_SUPERVISOR', 'MUNICIPAL_COORDINATOR'] as const) {
    const { accountId } = await hub
      .get(CreateAccount)
      .run({ email: `${role.toLowerCase().replace('_', '-')}@demo.fanal.test`, displayName: role, language: 'fr', demo: true });
    await hub.get(AddMembership).run({ accountId, organizationId: bonnePage, role, territories: [] });
  }
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

async function on(role: string, options = {}): Promise<Person> {
  const person = await Person.at(browser, hub.url, { viewport: desk, ...options });
  await person.opens('/sign-in');
  await person.page.getByRole('button', { name: new RegExp(role) }).click();
  await person.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await person.opens('/situation');
  return person;
}
const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';

test('the board’s figures sum to the services selected while a hundred reports arrive, and say the last of them', async () => {
  const she = await on('CENTRE_SUPERVISOR');
  const figures = () =>
    she.page
      .getByRole('button')
      .evaluateAll(buttons =>
        buttons
          .filter(button => button.getAttribute('aria-pressed') !== null)
          .map(button => Number(/\d+/.exec(button.textContent ?? '')?.[0] ?? NaN)),
      );
  await until(async () => (await figures()).length === 8);
  const sum = async () => (await figures()).reduce((one, other) => one + other, 0);
  expect(await sum()).toBe(3);
  const partner = await hub.as('PARTNER_EDITOR', pain);
  const reports = Array.from({ length: 100 }, (_, n) => ({ serviceId: kitchen, state: n === 99 ? 'FULL' : n % 2 ? 'OPEN' : 'LIMITED' }));
  const sending = (async () => {
    for (const input of reports) await partner.ask(reporting, { input });
  })();
  for (let look = 0; look < 20; look++) expect(await sum()).toBe(3);
  await sending;
  await she.page
    .getByRole('button', { name: /Complet/ })
    .filter({ hasText: '1' })
    .waitFor();
  expect(she.complaints).toEqual([]);
  expect(await she.faults()).toEqual([]);
  await she.leaves();
});

test('who has said nothing is named for the 211; the municipality is told how many, and by no answer who', async () => {
  const supervisor = await on('CENTRE_SUPERVISOR');
  await supervisor.page.getByText('Aide aux devoirs').first().waitFor();
  const coordinator = await Person.at(browser, hub.url, { viewport: desk });
  const answers: string[] = [];
  coordinator.page.on('response', async response => {
    if (response.url().endsWith('/graphql')) answers.push(await response.text().catch(() => ''));
  });
  await coordinator.opens('/sign-in');
  await coordinator.page.getByRole('button', { name: /MUNICIPAL_COORDINATOR/ }).click();
  await coordinator.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await coordinator.opens('/situation');
  await coordinator.page
    .getByText(/le 211 s’en occupe/i)
    .first()
    .waitFor();
  expect(answers.filter(answer => answer.includes('toReach')).filter(answer => answer.includes('Aide aux devoirs'))).toEqual([]);
  await Promise.all([supervisor.leaves(), coordinator.leaves()]);
});
