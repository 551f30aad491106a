import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { wrongOf } from '../support/looks.ts';
import { desk, type Person, phone } from '../support/person.ts';
import { bonnePage, pain } from '../support/region.ts';
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

const sees = (person: Person, words: string | RegExp) => person.page.getByText(words).filter({ visible: true }).first().waitFor();
const rules = () =>
  stage.hub.db.query(
    `select kind, byday, to_char(at_time, 'HH24:MI') as at, phases, name_fr, rest_hours, ended_at from outreach.rule order by made_at`,
  );
const wrongWith = async (person: Person) => [...(await wrongOf(person)), ...(await person.faults())];

test('a researcher makes a campaign that makes itself: what is missing is said beside its field, what is written stays', async () => {
  const etienne = await stage.signedIn('Étienne', { viewport: desk });
  const { page } = etienne;
  await etienne.opens('/campaigns');
  await page.getByRole('link', { name: 'Nouvelle campagne récurrente' }).click();
  await sees(etienne, /^chaque lundi à 9\sh · pendant une phase\s: intervention\./);
  await page.getByLabel('Nom de la campagne, en français').fill('Le lundi de la crue');
  await page.getByLabel('Lundi').uncheck();
  await page.getByRole('button', { name: 'Créer la campagne récurrente' }).click();
  await page.locator('#byday-wrong', { hasText: 'Cochez un jour au moins.' }).waitFor();
  expect(await wrongWith(etienne)).toEqual([]);
  await page.getByLabel('Mardi').check();
  await page.reload();
  await until(async () => (await page.getByLabel('Nom de la campagne, en français').inputValue()) === 'Le lundi de la crue');
  expect(await page.getByLabel('Mardi').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Créer la campagne récurrente' }).click();
  await page.getByRole('heading', { level: 1, name: 'Campagnes' }).waitFor();
  const row = page.getByRole('listitem').filter({ hasText: 'Le lundi de la crue' });
  await row.getByText(/^chaque mardi à 9\sh/).waitFor();
  await row.getByText('Pas encore faite').waitFor();
  expect(await rules()).toMatchObject([
    { kind: 'WEEKLY', byday: ['TU'], at: '09:00', phases: ['RESPONSE'], rest_hours: 72, ended_at: null },
  ]);
  await etienne.opens('/campaigns/rules/new');
  expect(await page.getByLabel('Nom de la campagne, en français').inputValue()).toBe(''); // it was sent: nothing of it is left
});

test('it is changed where it stands, and ended once asked; a coordinator may, a partner may not', async () => {
  const coralie = await stage.signedIn('Coralie', { viewport: phone });
  const { page } = coralie;
  await coralie.opens('/campaigns');
  await page.getByRole('link', { name: 'Changer' }).click();
  await until(async () => (await page.getByLabel('Nom de la campagne, en français').inputValue()) === 'Le lundi de la crue');
  await page.getByLabel('À qui n’a pas parlé depuis trop longtemps').check();
  await page.getByLabel('Heure', { exact: true }).fill('07:30');
  expect(await wrongWith(coralie)).toEqual([]);
  await page.getByRole('button', { name: 'Enregistrer le changement' }).click();
  await page.getByRole('heading', { level: 1, name: 'Campagnes', exact: true }).waitFor();
  await sees(coralie, /^chaque mardi à 7\sh\s30 · seulement à qui n’a pas parlé depuis trop longtemps/);
  expect(await rules()).toMatchObject([{ kind: 'STALE', byday: ['TU'], at: '07:30', name_fr: 'Le lundi de la crue' }]);

  await page.getByRole('button', { name: 'Terminer' }).click();
  await page.getByRole('button', { name: 'Non' }).click();
  await page.getByRole('button', { name: 'Terminer' }).click();
  await page.getByRole('button', { name: 'Oui, plus aucune campagne' }).click();
  await sees(coralie, /^Aucune\. Une campagne récurrente/);
  expect((await rules())[0].ended_at).not.toBeNull();
  expect(await wrongWith(coralie)).toEqual([]);

  const partner = await stage.partner();
  await partner.opens('/campaigns/rules/new');
  await sees(partner, 'Les campagnes sont pour le 211 et la coordination.');
});
