import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { bonnePage, chomedey, kitchen, pain } from '../support/region.ts';
import { card, Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
beforeAll(async () => void (stage = await Stage.set()), 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

async function said(input: object): Promise<void> {
  const partner = await stage.hub.as('PARTNER_EDITOR', pain);
  const mutation = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
  const answer = await partner.ask(mutation, { input: { serviceId: kitchen, ...input } });
  expect(answer).toEqual({ reportServiceStatus: { __typename: 'ServiceStatusReported' } });
}
const press = (person: Person, name: RegExp | string) => person.page.getByRole('button', { name }).click();
const change = (person: Person) => card(person).getByRole('button', { name: /^(Changer|Dire l’état|Continuer|Corriger)/ }).first().click(); // prettier-ignore
const sheet = (person: Person) => person.page.getByRole('dialog', { name: 'Cuisine collective' });
const done = (person: Person) => card(person).getByRole('button', { name: /C’est bon/ }).click(); // prettier-ignore
const more = (person: Person) => sheet(person).getByText(/^Autres choix/).click(); // prettier-ignore

test('who says otherwise is shown on the card, what and when and never who; a new word answers it', async () => {
  await said({ state: 'OPEN' });
  const counsellor = await stage.hub.as('COUNSELLOR', bonnePage);
  const she = await stage.partner();
  await counsellor.ask('mutation ($input: ContradictServiceStatusInput!) { contradictServiceStatus(input: $input) { __typename } }', {
    input: { serviceId: kitchen, says: 'SUSPENDED', note: { fr: 'Porte close' } },
  });
  await card(she).getByText('Information différente reçue').waitFor();
  await card(she)
    .getByText(/«\sFermé temporairement\s», /)
    .waitFor();
  await she.page.getByText(/Cuisine collective \(information différente reçue\)/).waitFor(); // left out of « Rien n’a changé », and why
  expect(await card(she).innerText()).not.toMatch(/Bonne Page|COUNSELLOR|conseill/i);
  expect(await she.faults()).toEqual([]);
  const before = await stage.reports();
  await card(she)
    .getByRole('button', { name: /^Toujours vrai/ })
    .click();
  await card(she).getByText('Voici ce que le monde voit maintenant').waitFor();
  await card(she).getByText('Information différente reçue').waitFor({ state: 'detached' });
  expect(await stage.reports()).toBe(before + 1);
});

test('what was begun outlives the sheet and the page, and is gone once sent', async () => {
  await said({ state: 'OPEN' });
  const she = await stage.partner();
  await change(she);
  await she.page.getByRole('radio', { name: /Complet/ }).click();
  await she.page.getByLabel('Vos mots').check();
  await she.page.getByRole('textbox', { name: 'Vos mots' }).fill('Le four est en panne');
  await press(she, 'Fermer');
  await card(she)
    .getByRole('button', { name: /^Continuer/ })
    .waitFor();
  await she.opensAnother('/my-services');
  await said({ state: 'LIMITED' });
  await change(she);
  await sheet(she)
    .getByText(/Voici ce que vous aviez commencé/)
    .waitFor();
  await sheet(she)
    .getByText(/L’état a changé depuis/)
    .waitFor();
  expect(await she.page.getByRole('radio', { name: /Complet/ }).isChecked()).toBe(true);
  expect(await she.page.getByRole('textbox', { name: 'Vos mots' }).inputValue()).toBe('Le four est en panne');
  expect(await she.faults()).toEqual([]);
  await press(she, 'Publier');
  await card(she).getByText('Le four est en panne').first().waitFor();
  await done(she);
  await card(she)
    .getByRole('button', { name: /^Changer/ })
    .waitFor();
  expect(await she.drafts()).toEqual([]);
});

test('a first count; and « Rien n’a changé » leaves it out and says why', async () => {
  await said({ state: 'OPEN' });
  const she = await stage.partner();
  await change(she);
  await more(she);
  await sheet(she).getByLabel('paniers').check();
  await sheet(she).getByRole('textbox', { name: 'paniers' }).fill('12');
  await sheet(she).getByText('12 paniers', { exact: false }).first().waitFor();
  expect(await she.faults()).toEqual([]);
  await press(she, 'Publier');
  await card(she).getByText('12 paniers').waitFor();
  await done(she);
  await said({ state: 'FULL', capacity: { available: 0, total: 40 } });
  await card(she).getByText('Complet').waitFor();
  await change(she);
  await she.page.getByRole('radio', { name: /Ouvert/ }).click();
  const left = sheet(she).getByRole('textbox', { name: 'paniers' });
  expect(await left.inputValue()).toBe(''); // what was none is not said of what is open
  await left.fill('0');
  await press(she, 'Publier');
  await sheet(she)
    .getByText(/Ouvert, mais il n’en reste aucun/)
    .waitFor();
  await left.fill('60');
  await sheet(she)
    .getByText(/il passe de 40 à 60/)
    .waitFor();
  await press(she, 'Publier');
  await card(she).getByText('60 paniers sur 60').waitFor();
  await done(she);
  await stage.hub.db.query(`update status.current set stale_at = now() - interval '1 hour', aging_at = now() - interval '2 hours'`);
  await she.opens('/my-services');
  await she.page.getByText(/Cuisine collective \(un nombre à compter\)/).waitFor();
});

test('what takes its place is named on the card and for everyone; the history is one tap away', async () => {
  await said({ state: 'OPEN' });
  const she = await stage.partner();
  await change(she);
  await she.page.getByRole('radio', { name: /Fermé temporairement/ }).click();
  await more(she);
  await sheet(she).getByRole('combobox', { name: 'Remplacé par' }).pressSequentially('aide aux');
  await sheet(she).getByRole('option', { name: 'Aide aux devoirs' }).click();
  await press(she, 'Publier');
  await done(she);
  await card(she).getByText('remplacé par Aide aux devoirs').waitFor();
  await card(she)
    .getByRole('link', { name: /^Ce qui a été dit/ })
    .click();
  await she.page.getByRole('link', { name: 'Aide aux devoirs' }).waitFor();
  await she.page.getByRole('heading', { name: 'Ce qui a été dit' }).waitFor();
});

test('what is planned, service-wide and for a place, is seen and taken back by a new word', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  await said({ state: 'OPEN' });
  await said({ state: 'FULL', effectiveFrom: tomorrow, locationId: chomedey });
  const she = await stage.partner();
  await card(she)
    .getByText(/puis complet/)
    .waitFor();
  await change(she);
  await sheet(she)
    .getByRole('radio', { name: /Fermé temporairement/ })
    .click();
  await sheet(she).getByRole('radio', { name: 'Plus tard' }).check();
  await press(she, 'Publier');
  await sheet(she).getByText('Choisissez un jour et une heure à venir.').waitFor(); // never at once by mistake
  await sheet(she).getByRole('group', { name: /À partir de quand/ }).getByLabel(/^Demain/).check(); // prettier-ignore
  await sheet(she)
    .getByText(/à partir de demain/)
    .waitFor();
  await press(she, 'Publier');
  await done(she);
  await card(she)
    .getByText(/puis fermé temporairement, demain/)
    .first()
    .waitFor();
  expect(await she.faults()).toEqual([]);
  const takeBack = card(she).getByRole('button', { name: 'Annuler ce changement' });
  await takeBack.first().click();
  await done(she);
  await until(
    async () =>
      (await card(she)
        .getByText(/puis fermé temporairement/)
        .count()) === 0,
  );
  await card(she).getByText('Ouvert', { exact: true }).first().waitFor();
});
