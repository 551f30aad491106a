import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { isLong, wrongOf } from '../support/looks.ts';
import { phone } from '../support/person.ts';
import { bonnePage } from '../support/region.ts';
import { Stage } from '../support/stage.ts';

const wall = { width: 1920, height: 1080 };
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Coordination', 'MUNICIPAL_COORDINATOR', bonnePage);
}, 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

test('a wall shows a code; typed on a phone it becomes the room’s own screen, by itself, and taken off it shows a code again', async () => {
  const screen = await stage.somebody({ viewport: wall });
  await screen.opens('/situation/wall');
  const code = screen.page.locator('output');
  await code.waitFor();
  expect([await wrongOf(screen), isLong ? await screen.faults() : []]).toEqual([[], []]);

  const she = await stage.signedIn('Coordination', { viewport: phone });
  await she.opens('/me');
  await she.page.getByText('Aucun écran n’est relié.').waitFor();
  const link = she.page.getByRole('button', { name: 'Relier l’écran' });
  await link.click();
  await she.page.getByText('Tapez les huit lettres que l’écran montre.').waitFor();
  await she.page.getByLabel('Code de l’écran').fill('bcdf ghjk');
  await she.page.getByLabel('Nom de l’écran').fill('Salle de crise');
  await link.click();
  await she.page.getByText('Aucun écran ne montre ce code en ce moment.').waitFor();
  expect(await she.page.getByLabel('Nom de l’écran').inputValue()).toBe('Salle de crise');
  await she.page.getByLabel('Code de l’écran').fill((await code.textContent())!);
  await link.click();
  await she.page.getByText('est relié').waitFor();
  await she.page.getByText('relié par Coordination').waitFor();
  expect([await wrongOf(she), await she.faults()]).toEqual([[], []]);

  await screen.page.locator('[data-figure]').first().waitFor();
  await screen.page.locator('header b', { hasText: 'En direct' }).waitFor();
  expect(await screen.page.locator('[data-figure]').count()).toBe(8);
  await screen.page.keyboard.press('Escape'); // nobody's board is behind it
  expect(new URL(screen.page.url()).pathname).toBe('/situation/wall');
  await screen.page.reload();
  await screen.page.locator('[data-figure]').first().waitFor();

  await she.page.getByRole('button', { name: 'Retirer Salle de crise' }).click();
  await she.page.getByRole('button', { name: 'Le garder' }).click();
  await she.page.getByRole('button', { name: 'Retirer Salle de crise' }).click();
  await she.page.getByText('Il ne montrera plus rien.').waitFor();
  await she.page.getByRole('button', { name: 'Retirer Salle de crise' }).click();
  await she.page.getByText('est retiré').waitFor();
  await code.waitFor();
});
