import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { AddMembership, CreateAccount } from '#libs/identity';
import { launchBrowser } from '../support/chromium.ts';
import { fanal } from '../support/fanal.ts';
import { hsdsOrganizationId, hsdsTables, writeDatapackage } from '../support/hsds-region.ts';
import { desk, Person } from '../support/person.ts';
import { TestHub } from '../support/test-hub.ts';

const patience = { timeout: 20_000 };

let browser: Browser, folder: string, hub: TestHub;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'hsds-'));
  hub = await TestHub.start(undefined, { FANAL_WEB: process.env.FANAL_WEB! });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  await rm(folder, { recursive: true, force: true });
});

test('of two hundred services that an operator imports, one is reported on from a phone and turns on a second screen', async () => {
  const { code, err } = await fanal(hub.databaseUrl, 'import', 'hsds', await writeDatapackage(join(folder, 'region'), hsdsTables(200)));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { accountId } = await hub
    .get(CreateAccount)
    .run({ email: 'partner@demo.fanal.test', displayName: 'Partenaire', language: 'fr', demo: true });
  await hub.get(AddMembership).run({ accountId, organizationId: hsdsOrganizationId(7), role: 'PARTNER_EDITOR', territories: [] });

  const board = await Person.at(browser, hub.url, { viewport: desk });
  await board.opens('/');
  const row = board.page.getByRole('article').or(board.page.getByRole('listitem')).filter({ hasText: 'Aide aux devoirs 8' }).first();
  await board.page.getByText('200 services').first().waitFor(patience);
  await board.page.getByRole('combobox', { name: 'Quoi' }).fill('Aide aux devoirs 8');
  await row.getByText('Inconnu').waitFor(patience);

  const she = await Person.at(browser, hub.url);
  await she.opens('/sign-in');
  await she.page.getByRole('button', { name: /Partenaire/ }).click();
  const card = she.page.getByRole('article', { name: 'Aide aux devoirs 8', exact: true });
  await card
    .getByRole('button', { name: /Changer|Dire l’état/ })
    .first()
    .click(patience);
  await she.page.getByRole('radio', { name: /Complet/ }).click();
  await she.page.getByRole('button', { name: 'Publier' }).click();

  await row.getByText('Complet').waitFor(patience);
  expect([...she.complaints, ...board.complaints]).toEqual([]);
  await Promise.all([she.leaves(), board.leaves()]);
}, 120_000);
