import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { desk, type Person, phone } from '../support/person.ts';
import { bonnePage, kitchen, pain } from '../support/region.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Étienne', 'RESEARCHER', bonnePage);
  await stage.has('Coralie', 'MUNICIPAL_COORDINATOR', bonnePage);
  await stage.hub.db.query(`update directory.organization set email = 'pain@test.invalid' where id = $1`, [pain]);
}, 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

const onScreen = (person: Person, words: string | RegExp) => person.page.getByText(words).filter({ visible: true }).first().waitFor();
const campaigns = () => stage.hub.db.query('select id, state from outreach.campaign order by made_at');

test('a researcher plans, previews, is asked once more, sends, and watches an answer come in; a coordinator is told how many, not who', async () => {
  const etienne = await stage.signedIn('Étienne', { viewport: desk });
  const { page } = etienne;
  await etienne.opens('/campaigns');
  await onScreen(etienne, 'Aucune campagne encore.');
  await page.getByRole('link', { name: 'Nouvelle campagne', exact: true }).click();
  await onScreen(etienne, '1 sans adresse, à appeler');
  await page.getByLabel('Nom de la campagne, en français').fill('Crue du printemps');
  await page.getByLabel('Message, en français').fill('La rivière monte. Qu’offrez-vous?');
  await page.locator('pre', { hasText: 'La rivière monte.' }).waitFor();
  await page.getByLabel('Rien n’est envoyé la nuit').uncheck();
  expect(await etienne.faults()).toEqual([]);
  await page.reload(); // what was written is kept
  await page.locator('pre', { hasText: 'La rivière monte.' }).waitFor();
  await page.getByRole('button', { name: 'Envoyer à 2 organismes' }).click();
  await onScreen(etienne, '1 courriel partira maintenant. Confirmez.');
  expect(await campaigns()).toEqual([]);
  await page.getByRole('button', { name: 'Oui, à 2 organismes' }).click();
  await page.getByRole('heading', { level: 1, name: 'Crue du printemps' }).waitFor();
  await onScreen(etienne, '1 envoyé');
  const [{ id }] = await campaigns();
  await onScreen(etienne, '2 sans réponse');
  await page.getByRole('listitem').filter({ hasText: 'Le Pain partagé' }).getByText('envoyé, pas ouvert').waitFor();
  await etienne.live.waitFor();

  const coralie = await stage.signedIn('Coralie', { viewport: phone });
  await coralie.opens(`/campaigns/${id}`);
  await onScreen(coralie, /Le 211 s’en occupe/);
  expect(await coralie.page.getByText('Le Pain partagé').count()).toBe(0);

  const partner = await stage.hub.as('PARTNER_EDITOR', pain);
  await partner.ask(`mutation { reportServiceStatus(input: { serviceId: "${kitchen}", state: OPEN }) { __typename } }`);
  for (const one of [etienne, coralie]) {
    await onScreen(one, '1 sans réponse');
    expect(await one.faults()).toEqual([]);
  }
  await page.getByRole('link', { name: 'Les appeler' }).click();
  await page.getByRole('heading', { level: 1, name: 'À joindre' }).waitFor();
});

test('a campaign is paused, gone on with, copied and cancelled; what cannot be sent says where', async () => {
  const { page, ...etienne } = Object.assign(await stage.signedIn('Étienne', { viewport: desk }));
  const [{ id }] = await campaigns();
  await page.goto(`/campaigns/${id}`);
  await page.getByRole('button', { name: 'Mettre en pause' }).click();
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('button', { name: /Oui, annuler/ }).click();
  await until(async () => (await campaigns())[0].state === 'CANCELLED');
  await page.getByRole('link', { name: 'Copier' }).click();
  const subject = page.getByLabel('Objet du courriel, en français');
  await until(async () => (await page.getByLabel('Nom de la campagne, en français').inputValue()) === 'Crue du printemps');
  await subject.fill('');
  await page.getByLabel('Objet du courriel, en anglais').fill('');
  await page.getByRole('button', { name: /^Envoyer à/ }).click();
  await page.getByRole('alert').filter({ hasText: 'Écrivez un objet' }).waitFor();
  await subject.fill('Où en êtes-vous?');
  await page.getByRole('button', { name: 'Garder comme brouillon' }).click();
  await page.getByText(/^Brouillon/).waitFor();
  expect(etienne.complaints).toEqual([]);
});
