import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { desk } from '../support/person.ts';
import { kitchen } from '../support/region.ts';
import { Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await Stage.set()), 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

const open = { fr: 'Aller à…', en: 'Go to…' };

test('a service by the beginning of its name, a town as a search, with the keyboard alone', async () => {
  const she = await stage.somebody({ viewport: desk });
  await she.opens('/');
  const { keyboard } = she.page;
  await keyboard.press('Control+k');
  const box = she.page.getByRole('combobox', { name: /Service, organisme/ });
  await box.pressSequentially('cuis');
  await she.page.getByRole('option', { name: /Cuisine collective.*Le Pain partagé/, selected: true }).waitFor(); // several may have that name
  expect(await she.faults()).toEqual([]);
  await keyboard.press('Enter');
  await she.page.waitForURL(`**/services/${kitchen}`);
  await she.page.getByRole('heading', { level: 1, name: 'Cuisine collective' }).and(she.page.locator(':focus')).waitFor();

  await keyboard.press('Control+k');
  await box.fill('pont-v');
  const town = she.page.getByRole('option', { name: /Pont-Viau.*lieu/ });
  await town.waitFor();
  while ((await town.getAttribute('aria-selected')) !== 'true') await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await she.page.waitForURL(url => url.searchParams.get('territory') === 'pont-viau');

  await keyboard.press('Control+k');
  await box.fill('zzzz');
  await keyboard.press('Enter');
  await she.page.waitForURL(url => url.searchParams.get('q') === 'zzzz');

  await keyboard.press('Control+k');
  await box.fill('English');
  await she.page.getByRole('option', { name: /English/, selected: true }).waitFor();
  await keyboard.press('Enter');
  await she.page.getByRole('button', { name: open.en }).waitFor();
});

test('a partner goes to the sheet of a service by its name, over a lost line too, which is said', async () => {
  const she = await stage.partner({ viewport: desk });
  await she.losesTheLine();
  await she.page.keyboard.press('Control+k');
  await she.page.getByText('Hors ligne. Voici les écrans').waitFor();
  await she.page.getByRole('combobox', { name: /Service, organisme/ }).fill('cuisine');
  await she.page.getByRole('option', { name: /Changer l’état : Cuisine collective/ }).click();
  await she.page.getByRole('dialog', { name: 'Cuisine collective' }).waitFor();
  await she.page.keyboard.press('Control+k');
  await she.page.getByRole('combobox', { name: /Service, organisme/ }).waitFor();
  await she.page.keyboard.press('Escape');
  expect(await she.page.getByRole('dialog', { name: 'Cuisine collective' }).isVisible()).toBe(true); // only the top one closes
});

test('? lists the keys of the screen one is on, never while one types; letters can be turned off', async () => {
  const she = await stage.partner({ viewport: desk });
  const { page } = she;
  const list = page.getByRole('dialog', { name: 'Touches du clavier' });
  await page.keyboard.press('?');
  await list.getByText('Changer l’état du service').waitFor();
  await list.getByText('Trouver de l’aide').waitFor();
  expect(await she.faults()).toEqual([]);
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });

  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Cuisine collective' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.keyboard.press('g');
  await page.keyboard.press('a');
  const what = page.getByRole('combobox', { name: 'Quoi' });
  await what.waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('pain ?');
  expect(await what.inputValue()).toBe('pain ?');
  expect(await list.count()).toBe(0);
  await what.evaluate(field => (field as any).blur());
  await page.keyboard.press('?');
  await list.getByText('Service suivant, précédent').waitFor();
  await list.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  expect(await what.evaluate(field => field === (globalThis as any).document.activeElement)).toBe(false);
});
