import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { desk, phone } from '../support/person.ts';
import { Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await Stage.set()), 60_000);
afterAll(() => stage?.strike());

const looks: BrowserContextOptions[] = [
  { viewport: phone, colorScheme: 'light', locale: 'fr-CA' },
  { viewport: desk, colorScheme: 'dark', locale: 'en-CA' },
];

test.each(looks)('a browser that runs no scripts finds help and its telephone: %o', async look => {
  const { page } = await stage.somebody({ ...look, javaScriptEnabled: false });
  const french = look.locale === 'fr-CA';
  await page.goto('/');
  await page.waitForURL('**/?plain');
  await page.getByLabel(french ? /^Quoi/ : /^What/).fill(french ? 'cuisine' : 'kitchen');
  await page.keyboard.press('Enter');
  await page.waitForURL('**q=*');
  const results = page.locator('li.service');
  expect(await results.count()).toBe(1);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await results.getByRole('link', { name: french ? 'Cuisine collective' : 'Community kitchen' }).click();
  await page.getByRole('heading', { level: 1, name: french ? 'Cuisine collective' : 'Community kitchen' }).waitFor();
  await page.getByRole('link', { name: french ? 'English' : 'Français' }).click();
  await page.getByRole('heading', { level: 1, name: french ? 'Community kitchen' : 'Cuisine collective' }).waitFor();
});

test('the address of a service, opened without scripts, is that service', async () => {
  const { page } = await stage.somebody({ javaScriptEnabled: false });
  await page.goto('/?plain');
  const address = await page.locator('li.service a').first().getAttribute('href');
  await page.goto(address!.split('?')[0]!);
  await page.waitForURL('**?plain');
  expect(await page.locator('.service .state').count()).toBe(1);
});

test('nothing serious stands in the way of who listens to it', async () => {
  const person = await stage.somebody({ viewport: phone });
  for (const path of ['/?plain', '/?plain&where=Tombouctou', '/?plain&q=xyzzy']) {
    await person.page.goto(path);
    expect(await person.faults()).toEqual([]);
  }
});
