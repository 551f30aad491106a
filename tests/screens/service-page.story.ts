import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.ts';
import { desk, Person, phone } from '../support/person.ts';
import { kitchen, pain, shelter, someServices } from '../support/region.ts';
import { TestHub } from '../support/test-hub.ts';

let browser: Browser, hub: TestHub;
beforeAll(async () => {
  browser = await launchBrowser();
  hub = await TestHub.start(undefined, { FANAL_WEB: process.env.FANAL_WEB! });
  await someServices(hub.db);
  await say('LIMITED');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
async function say(state: string): Promise<void> {
  const partner = await hub.as('PARTNER_EDITOR', pain);
  const input = { serviceId: kitchen, state, note: { fr: 'Sur rendez-vous seulement' } };
  expect(await partner.ask(reporting, { input })).toEqual({ reportServiceStatus: { __typename: 'ServiceStatusReported' } });
}

test('a stranger opens a service from the list, reads what was said, and it turns before their eyes', async () => {
  const she = await Person.at(browser, hub.url);
  await she.opens('/');
  await she.page.getByRole('link', { name: 'Cuisine collective' }).click();
  const state = she.page.getByRole('region', { name: 'État' });
  await state.getByText('Limité').waitFor();
  await she.page.getByRole('region', { name: 'Ce qui a été dit' }).getByText('Sur rendez-vous seulement').waitFor();

  await say('FULL');
  await state.getByText('Complet').waitFor();
  const history = she.page.getByRole('region', { name: 'Ce qui a été dit' }).getByRole('listitem');
  await history.filter({ hasText: 'Complet' }).waitFor();
  expect(await history.count()).toBe(2);
  expect(she.complaints).toEqual([]);
  await she.leaves();
});

test('what somebody found otherwise goes to the 211 alone, and is never public', async () => {
  const she = await Person.at(browser, hub.url);
  await she.opens(`/services/${kitchen}`);
  await she.page.getByRole('button', { name: 'Ce n’est pas ce que j’ai constaté' }).click();
  await she.page.getByRole('radio', { name: /Fermé temporairement/ }).check();
  await she.page.getByRole('textbox').fill('Porte close à midi');
  await she.page.getByRole('button', { name: 'Envoyer au 211' }).click();
  await she.page.getByText('Merci. Le 211 vérifie').waitFor();
  const { contradictions } = await (await hub.as('COUNSELLOR', pain)).ask('{ contradictions { edges { node { says note { fr } by } } } }');
  expect(contradictions.edges).toEqual([{ node: { says: 'SUSPENDED', note: { fr: 'Porte close à midi' }, by: 'ANONYMOUS' } }]);
  await she.page.reload();
  await she.page.getByRole('region', { name: 'État' }).waitFor();
  expect(await she.page.getByText('Porte close à midi').count()).toBe(0);
  await she.leaves();
});

test('of a confidential service a stranger learns nothing, not even that it exists', async () => {
  const she = await Person.at(browser, hub.url);
  await she.page.goto(`/services/${shelter}`);
  await she.page.getByText('Ce service n’existe pas').waitFor();
  await she.page.goto('/services/nothing-of-ours');
  await she.page.getByText('Ce service n’existe pas').waitFor();
  await she.leaves();
});

test.each([
  ['fr-CA', 'light', phone],
  ['en-CA', 'dark', desk],
] as const)(
  'in %s, %s: what was found otherwise is asked with nothing serious for those who see, hear or point otherwise',
  async (locale, colorScheme, viewport) => {
    const she = await Person.at(browser, hub.url, { viewport, locale, colorScheme });
    await she.opens(`/services/${kitchen}`);
    await she.page.getByRole('listitem').first().waitFor();
    await she.page.getByRole('button', { name: /constaté|found/ }).click();
    expect(await she.faults()).toEqual([]);
    await she.leaves();
  },
);
