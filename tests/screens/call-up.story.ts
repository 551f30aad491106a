import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { AddMembership, CreateAccount } from '#libs/identity';
import { DevelopmentMailbox } from '#libs/platform';
import { launchBrowser } from '../support/chromium.ts';
import { act } from '../support/lines.ts';
import { Person } from '../support/person.ts';
import { pain, someServices } from '../support/region.ts';
import { TestHub, until } from '../support/test-hub.ts';

let hub: TestHub;
let browser: Browser;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

test('called up by mail, one answers in one tap, without an account or a script, and may change one’s mind', async () => {
  const { accountId } = await hub.get(CreateAccount).run({ email: 'ana@test.invalid', displayName: 'Ana', language: 'fr' });
  await hub.get(AddMembership).run({ accountId, organizationId: pain, role: 'PARTNER_EDITOR', territories: [] });
  await act(hub, 'setRosterEntry', { email: 'ana@test.invalid', languages: ['fr'] }, '');
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  await act(hub, 'callUpRoster', { lineCode: 'PHONE_211', from: at(2), to: at(6), count: 1 }, '');
  await until(() => hub.get(DevelopmentMailbox).received.length > 0);
  const [path] = /\/call-up\/[\w-]{43}\?lang=fr/.exec(JSON.stringify(hub.get(DevelopmentMailbox).received[0]))!;

  const ana = await Person.at(browser, hub.url, { viewport: { width: 360, height: 640 } });
  await ana.opens(path);
  expect(await ana.faults()).toEqual([]);
  expect(await ana.page.evaluate(() => (globalThis as any).document.documentElement.scrollWidth)).toBeLessThanOrEqual(360); // runs in the page
  await ana.page.getByRole('button', { name: 'Oui, je viens' }).click();
  await ana.page.getByText('C’est noté : vous venez.').waitFor();
  await ana.page.getByRole('button', { name: 'Non' }).click();
  await ana.page.getByText('vous ne venez pas').waitFor();
  expect(await ana.faults()).toEqual([]);
  expect(await hub.db.query('select answer from lines.called')).toEqual([{ answer: 'NO' }]);

  const blind = await Person.at(browser, hub.url, { javaScriptEnabled: false });
  await blind.opens(path);
  await blind.page.getByRole('button', { name: 'Plus tard' }).click();
  await blind.page.getByText('plus tard').first().waitFor();
  expect(await hub.db.query('select answer from lines.called')).toEqual([{ answer: 'LATER' }]);
  expect([...ana.complaints, ...blind.complaints]).toEqual([]);
  await ana.leaves();
  await blind.leaves();
}, 60_000);
