import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { gapsOn } from '../support/gaps.ts';
import { desk, type Person, phone } from '../support/person.ts';
import { bonnePage, pain } from '../support/region.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

/** Below a second where nobody works beside. */
const SOON = 3_000;

let stage: Stage;
const hubs = {} as Parameters<typeof gapsOn>[0]; // before any of it is used
const { flag, act, read } = gapsOn(hubs);
beforeAll(async () => {
  stage = await Stage.set();
  hubs.hub = hubs.sibling = stage.hub;
  await stage.has('Coralie', 'MUNICIPAL_COORDINATOR', bonnePage);
  await stage.has('Nadia', 'CENTRE_SUPERVISOR', bonnePage);
}, 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

const onScreen = (person: Person, words: string | RegExp) => person.page.getByText(words).filter({ visible: true }).first().waitFor();
const column = (person: Person, name: string) => person.page.locator(`[data-column="${name}"]`);
const stateOf = async (id: string) => (await read(id, 'state')).state;

test('a need flagged by the desk shows on an open board; it is noted, assigned, answered and committed to on a phone, addressed and closed', async () => {
  const coralie = await stage.signedIn('Coralie', { viewport: desk });
  const { page } = coralie;
  await coralie.opens('/besoins');
  await onScreen(coralie, 'Aucun besoin ouvert.');
  await coralie.live.waitFor();
  const { id } = await flag({ kind: 'GROCERY_DELIVERY', neighbourhood: 'pont-viau' }, { caller: { ageGroup: 'AGE_75_PLUS' } });
  const shown = page.locator('[data-row]', { hasText: 'Pont-Viau' });
  await shown.waitFor({ timeout: SOON });
  await page.locator('[data-open-gaps]', { hasText: '1' }).waitFor();
  await shown.getByText('personne ne s’est engagé').waitFor();
  await shown.getByText('poids 5 : 1 en 3 jours, 1 vulnérable').waitFor();
  await shown.click();
  await page.getByRole('heading', { level: 1, name: /Pont-Viau/ }).waitFor();
  await coralie.live.waitFor();
  await flag({ kind: 'GROCERY_DELIVERY', neighbourhood: 'pont-viau' });
  await page.locator('[data-requests]', { hasText: '2' }).waitFor({ timeout: SOON });
  expect(await page.locator('main').innerText()).not.toMatch(/personnes n/);

  await page.locator('h1').focus();
  await page.keyboard.press('p');
  await page.locator('[aria-current=step]', { hasText: 'Pris en compte' }).waitFor();
  await page.keyboard.press('a');
  const to = page.getByRole('radio', { name: /Le Pain partagé/ });
  await until(async () => to.evaluate(radio => radio === (globalThis as any).document.activeElement));
  await page.keyboard.press('Space');
  await page.getByLabel('Un mot pour l’organisme').fill('Pouvez-vous ajouter une tournée?');
  await page.keyboard.press('Control+Enter');
  await page.locator('[aria-current=step]', { hasText: 'Le Pain partagé' }).waitFor();
  expect(await coralie.faults()).toEqual([]);

  const partner = await stage.partner({ viewport: phone });
  await partner.page.getByRole('link', { name: /Un besoin vous est proposé/ }).click();
  await partner.page.waitForURL(/organization=mine/);
  await partner.page.getByRole('link', { name: 'Tous les besoins' }).click();
  await partner.page.locator('[data-row]', { hasText: 'Pont-Viau' }).click();
  await onScreen(partner, 'Ce que nous pouvons faire');
  await onScreen(partner, 'Pouvez-vous ajouter une tournée?');
  await partner.page.getByRole('radio', { name: 'En partie' }).check();
  await partner.page.getByLabel('À partir du').fill('2099-03-12');
  await partner.page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await onScreen(partner, 'Vous avez répondu');
  await partner.page.getByRole('button', { name: 'S’engager pour une quantité' }).click();
  await partner.page.getByLabel('Combien').fill('10000');
  await partner.page.getByRole('button', { name: 'S’engager', exact: true }).click();
  await partner.page
    .getByRole('alert')
    .filter({ hasText: /quantité|au plus/ })
    .waitFor();
  expect(await partner.page.getByLabel('Combien').inputValue()).toBe('10000');
  await partner.page.getByLabel('Combien').fill('20');
  await partner.page.getByRole('button', { name: 'S’engager', exact: true }).click();
  await onScreen(partner, /20\s?foyers une fois/);
  await partner.page.getByRole('button', { name: 'Livré', exact: true }).click();
  await partner.page.getByLabel('Combien de plus ont été livrés?').fill('5');
  await partner.page.getByRole('button', { name: 'Livré', exact: true }).click();
  await onScreen(partner, /5\s?livrés/);
  expect(await partner.faults()).toEqual([]);

  await page.locator('[aria-current=step]', { hasText: 'En partie' }).waitFor({ timeout: SOON });
  await onScreen(coralie, /20\s?foyers une fois/);
  await page.locator('h1').focus();
  await page.keyboard.press('d');
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /Cuisine collective/ })
    .check();
  await page.getByRole('button', { name: 'C’est répondu' }).click();
  await page.locator('[aria-current=step]', { hasText: 'Répondu' }).waitFor();
  await page.locator('h1').focus();
  await page.keyboard.press('c');
  await page.getByLabel('Ce qu’on a appris').fill('Le jeudi suffit.');
  await page.keyboard.press('Control+Enter');
  await page.locator('[aria-current=step]', { hasText: 'Clos' }).waitFor();
  await onScreen(coralie, 'Le jeudi suffit.');
  await page.locator('[data-open-gaps]').waitFor({ state: 'detached' });
  expect(await stateOf(id)).toBe('CLOSED');
});

test('a card goes to the next column by mouse and by keys; what a column asks is asked; what is refused goes back', async () => {
  const { id } = await flag({ kind: 'TAXI', neighbourhood: 'chomedey' });
  const coralie = await stage.signedIn('Coralie', { viewport: desk });
  const { page } = coralie;
  await coralie.opens('/besoins?view=columns');
  const card = page.locator('li[draggable=true]', { hasText: 'Chomedey' });
  await card.dragTo(column(coralie, 'acknowledged'));
  await column(coralie, 'acknowledged').getByText('Chomedey').waitFor();
  await until(async () => (await stateOf(id)) === 'ACKNOWLEDGED');

  const handle = page.getByRole('button', { name: /^Déplacer .*Chomedey/ });
  const lifts = async () => {
    await page.locator('li[data-going]').waitFor({ state: 'detached' }); // where it was put, it stays
    await handle.focus();
    await page.keyboard.press('Enter');
    await page.locator('li[data-lifted]').waitFor();
  };
  await lifts();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Attribuer' });
  await dialog.getByRole('button', { name: 'Attribuer et avertir' }).click();
  await dialog.getByText('Choisissez un organisme.').waitFor();
  await dialog.getByRole('radio', { name: /Le Pain partagé/ }).check();
  expect(await coralie.faults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Attribuer et avertir' }).click();
  await column(coralie, 'assigned').getByText('Chomedey · Le Pain partagé').waitFor();
  expect(await stateOf(id)).toBe('ASSIGNED');

  await card.dragTo(column(coralie, 'acknowledged')); // no step leads back there
  await column(coralie, 'assigned').getByRole('alert').filter({ hasText: 'Quelqu’un a déjà changé ce besoin.' }).waitFor();
  expect(await stateOf(id)).toBe('ASSIGNED');

  await lifts();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  expect(await stateOf(id)).toBe('ASSIGNED');
});

test('two act at once: the second is told who was first, and what is refused is said', async () => {
  const { id } = await flag({ kind: 'MASKS', neighbourhood: 'auteuil' });
  const nadia = await stage.signedIn('Nadia', { viewport: desk });
  await nadia.opens('/besoins?view=columns');
  await nadia.page.getByRole('button', { name: /^Déplacer .*Auteuil/ }).focus();
  await nadia.page.keyboard.press('Enter');
  await nadia.page.keyboard.press('ArrowRight');
  await nadia.page.keyboard.press('ArrowRight');
  await nadia.page.keyboard.press('Enter');
  const dialog = nadia.page.getByRole('dialog', { name: 'Attribuer' });
  await dialog.getByRole('button', { name: 'Attribuer et avertir' }).waitFor();
  await act('assignGap', { gapId: id, organizationId: pain }, 'MUNICIPAL_COORDINATOR');
  await dialog.getByText(/Attribué à Le Pain partagé par/).waitFor({ timeout: SOON });
  await nadia.page.keyboard.press('Escape');
  await act('closeGap', { gapId: id });
});

test('what would move the rows waits while somebody is among them', async () => {
  await flag({ kind: 'FOOD_AID', neighbourhood: 'duvernay' });
  const nadia = await stage.signedIn('Nadia', { viewport: desk });
  await nadia.opens('/besoins');
  await nadia.live.waitFor();
  await nadia.page.locator('[data-row]', { hasText: 'Duvernay' }).focus();
  await flag({ kind: 'FOOD_AID', neighbourhood: 'fabreville' });
  const waits = nadia.page.getByRole('button', { name: '1 nouveau' });
  await waits.waitFor({ timeout: SOON });
  expect(await nadia.page.locator('[data-row]', { hasText: 'Fabreville' }).count()).toBe(0);
  await waits.click();
  await nadia.page.locator('[data-row]', { hasText: 'Fabreville' }).waitFor();
});
