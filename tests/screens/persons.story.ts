import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { supervisor } from '../support/lines.ts';
import { desk, phone } from '../support/person.ts';
import { inDays, personsOn } from '../support/persons.ts';
import { bonnePage, pain } from '../support/region.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
const { promise, round } = personsOn({
  get hub() {
    return stage.hub;
  },
});
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Nadia', 'COUNSELLOR', bonnePage);
  await stage.has('Solange', 'CENTRE_SUPERVISOR', bonnePage);
}, 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

test('a promised call-back is made: how to call before the number, the result in one key, and nobody is kept on the device', async () => {
  await promise({ dueAt: inDays(1) });
  const nadia = await stage.signedIn('Nadia', { viewport: desk });
  const { page } = nadia;
  await page.clock.install();
  await nadia.opens('/suivis');
  await page.getByText('1 suivi à faire').waitFor();
  expect(await page.getByText('Zéphirine').count()).toBe(0);
  await page.getByRole('button', { name: /^Appeler : Livraison/ }).click();
  await page.getByText('Ne pas laisser de message').waitFor();
  expect(await page.getByRole('link', { name: /555-0161/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'J’ai lu : montrer le numéro' }).click();
  expect(await page.getByRole('link', { name: /555-0161/ }).getAttribute('href')).toBe('tel:+14505550161');
  await page.getByText('Votre lecture est notée').waitFor();
  expect(await nadia.faults()).toEqual([]);
  await page.clock.fastForward('05:01');
  await page.getByText(/cachée après cinq minutes/).waitFor();
  expect(await page.getByText('Zéphirine').count()).toBe(0);
  await nadia.live.waitFor(); // five minutes without a word, by its clock
  await page.keyboard.press('1');
  await page.getByText('Aucun suivi à faire.').waitFor();
  await page.getByText(/aide reçue 1/).waitFor();
  await page.clock.resume();
  await until(() => nadia.keeps('FollowUpFigures'));
  for (const word of ['Zéphirine', '555-0161', 'Ne pas laisser']) expect(await nadia.keeps(word)).toBe(false);
});

test('the emergency key works while one types: 911 first, the supervisor sees it at once wherever she is, and where on demand', async () => {
  const [nadia, solange] = [await stage.signedIn('Nadia', { viewport: desk }), await stage.signedIn('Solange', { viewport: phone })];
  await Promise.all([nadia.opens('/'), solange.opens('/me')]);
  await solange.live.waitFor();
  await nadia.page.getByRole('combobox').or(nadia.page.getByRole('searchbox')).first().focus();
  await nadia.page.keyboard.press('Alt+Shift+KeyU');
  const dialog = nadia.page.getByRole('dialog', { name: /une personne est en danger/ });
  await dialog.getByText('D’abord le 911.').waitFor();
  expect(await dialog.getByRole('link', { name: 'Appeler le 911' }).getAttribute('href')).toBe('tel:911');
  await dialog.getByLabel('Numéro pour rappeler').fill('555');
  await dialog.getByRole('button', { name: 'Alerter la supervision' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Numéro pour rappeler').fill('450 555-0163');
  await dialog.getByLabel('Où est la personne').fill('12, rue Zéphirine');
  await dialog.getByRole('button', { name: 'Alerter la supervision' }).click();
  await dialog.getByText('La supervision est alertée.').waitFor();
  expect(await nadia.faults()).toEqual([]);
  await solange.page.getByRole('alert').getByRole('link', { name: 'Voir' }).click();
  await solange.page.getByRole('button', { name: 'Voir où' }).click();
  await solange.page.getByText('12, rue Zéphirine').waitFor();
  expect(await solange.faults()).toEqual([]);
  await dialog.getByRole('button', { name: '911 appelé' }).click();
  await solange.page.getByText(/911 appelé/).waitFor();
  await dialog.getByRole('button', { name: 'C’est terminé' }).click();
  await solange.page.getByRole('heading', { name: /Urgence terminée/ }).waitFor();
  for (const person of [nadia, solange]) expect(await person.keeps('Zéphirine')).toBe(false);
});

test('a round: the list is pasted, the next person called, the result in one key, the progress seen by others; closed, one line remains', async () => {
  const script = { fr: 'Bonjour, ici le 211.', en: 'Hello, this is 211.' };
  const { id } = (
    await round('openRound', { name: 'Canicule', givenBy: pain, legalBasis: 'Art. 51', script, endsAt: inDays(3) }, supervisor)
  ).round;
  const [nadia, solange] = [await stage.signedIn('Nadia', { viewport: phone }), await stage.signedIn('Solange', { viewport: desk })];
  await solange.opens('/tournees');
  await solange.page.getByRole('link', { name: 'Ouvrir Canicule' }).click();
  await solange.page.getByLabel('Coller une liste').fill('Mme Zéphirine;450 555-0164;1, rue A\nM. Paul;450 555-0165;2, rue B\nX;55');
  await solange.page.getByRole('button', { name: 'Ajouter à la tournée' }).click();
  await solange.page.getByText('2 lignes ajoutées.').waitFor();
  await solange.page.getByText(/Ligne 3\s:\snuméro incomplet/).waitFor();
  await nadia.opens(`/tournees/${id}`);
  expect(await nadia.page.getByLabel('Coller une liste').count()).toBe(0);
  await nadia.page.getByRole('button', { name: 'Appeler la prochaine personne' }).click();
  await nadia.page.getByText('Mme Zéphirine').waitFor();
  await nadia.page.getByText('Bonjour, ici le 211.').waitFor();
  expect(await nadia.faults()).toEqual([]);
  await nadia.page.keyboard.press('1');
  await nadia.page.getByText('M. Paul').waitFor();
  await solange.page.getByText('1 sur 2').waitFor();
  expect(await solange.faults()).toEqual([]);
  await solange.page.getByRole('button', { name: 'Terminer la tournée' }).click();
  await solange.page.getByRole('button', { name: /détruire toutes les identités \(2\)/ }).click();
  await solange.page.getByText(/2 identités détruites/).waitFor();
  for (const person of [nadia, solange]) expect(await person.keeps('Zéphirine')).toBe(false);
});

test('who may not make these calls is told so', async () => {
  const she = await stage.partner();
  for (const path of ['/suivis', '/tournees', '/urgences']) {
    await she.opens(path);
    await she.page.getByText('Cet écran est pour les personnes du 211').waitFor();
  }
  await she.page.keyboard.press('Alt+Shift+KeyU');
  expect(await she.page.getByRole('dialog').count()).toBe(0);
});
