import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { desk, Person, phone } from '../support/person.ts';
import { bonnePage, kitchen, pain, shelter } from '../support/region.ts';
import { Stage } from '../support/stage.ts';

let stage: Stage, hub: Stage['hub'], browser: Stage['browser'];
beforeAll(async () => {
  stage = await Stage.set();
  ({ hub, browser } = stage);
  await stage.has('Recherchiste', 'RESEARCHER', bonnePage);
  await say('LIMITED');
}, 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
async function say(state: string): Promise<void> {
  const partner = await hub.as('PARTNER_EDITOR', pain);
  const input = { serviceId: kitchen, state, note: { fr: 'Sur rendez-vous seulement' } };
  expect(await partner.ask(reporting, { input })).toEqual({ reportServiceStatus: { __typename: 'ServiceStatusReported' } });
}

test('a stranger opens a service from the list, reads what was said, and it turns before their eyes; without a line, what the device holds is there', async () => {
  const she = await Person.at(browser, hub.url, { permissions: ['clipboard-write'] });
  await she.opens('/');
  await she.page.getByRole('link', { name: 'Cuisine collective' }).click();
  const state = she.page.getByRole('region', { name: 'État' });
  await state.getByText('Limité').waitFor();
  await she.page.getByRole('region', { name: 'Ce qui a été dit' }).getByText('Sur rendez-vous seulement').waitFor();

  await say('FULL');
  await state.getByText('Complet').waitFor();
  const history = she.page.getByRole('region', { name: 'Ce qui a été dit' }).getByRole('listitem');
  await history.filter({ hasText: 'Complet' }).waitFor();
  expect(await history.count()).toBe(2);
  await she.page.getByRole('button', { name: 'Partager' }).click();
  await she.page.getByRole('button', { name: 'Adresse copiée' }).waitFor();
  await she.page.emulateMedia({ media: 'print' });
  await she.page.getByText(/^Imprimé le .*\/services\//).waitFor();
  await she.page.emulateMedia({ media: 'screen' });

  await she.losesTheLine();
  await she.page.getByRole('link', { name: 'Retour' }).click();
  await she.page.getByRole('link', { name: 'Aide aux devoirs', exact: true }).click();
  await she.page.getByText(/Voici ce que cet appareil en garde.*C’était vrai/).waitFor();
  await state.getByText('Inconnu').waitFor();
  await she.page.getByRole('link', { name: 'Retour' }).click();
  await she.page.getByRole('link', { name: 'Cuisine collective', exact: true }).click();
  await state.getByText('Complet').waitFor();
  await she.page.getByRole('region', { name: 'À propos' }).waitFor();
  expect(she.complaints).toEqual([]);
  await she.leaves();
});

test('what somebody found otherwise goes to the 211 alone, and is never public', async () => {
  const she = await Person.at(browser, hub.url);
  await she.opens(`/services/${kitchen}`);
  await she.page.getByRole('button', { name: 'Ce n’est pas ce que j’ai constaté' }).click();
  await she.page.getByRole('radio', { name: /Fermé temporairement/ }).check();
  await she.page.getByRole('textbox').fill('Porte close à midi');
  await she.page.getByRole('button', { name: 'Envoyer au 211' }).click();
  await she.page.getByText('Merci. Le 211 vérifie').waitFor();
  const { contradictions } = await (await hub.as('COUNSELLOR', pain)).ask('{ contradictions { edges { node { says note { fr } by } } } }');
  expect(contradictions.edges).toEqual([{ node: { says: 'SUSPENDED', note: { fr: 'Porte close à midi' }, by: 'ANONYMOUS' } }]);
  await she.page.reload();
  await she.page.getByRole('region', { name: 'État' }).waitFor();
  expect(await she.page.getByText('Porte close à midi').count()).toBe(0);
  await she.leaves();
});

test('a researcher writes down on the page what she heard by telephone, and when; she is never told to call 211', async () => {
  const she = await stage.signedIn('Recherchiste');
  await she.opens(`/services/${kitchen}`);
  const state = she.page.getByRole('region', { name: 'État' });
  await state.getByRole('button', { name: /^Toujours vrai/ }).waitFor();
  await state.getByRole('button', { name: /^Mettre à jour/ }).click();
  await she.page.getByRole('radio', { name: /Ouvert/ }).click();
  await she.page.getByRole('radio', { name: 'Plus tôt' }).check();
  await she.page.getByLabel('Jour', { exact: true }).fill('2030-01-01');
  await she.page.getByRole('button', { name: 'Publier' }).click();
  await she.page.getByText('Choisissez un jour et une heure déjà passés.').waitFor();
  await she.page.getByRole('radio', { name: 'Maintenant' }).check();
  expect(await she.faults()).toEqual([]);
  await she.page.getByRole('button', { name: 'Publier' }).click();
  await state.getByText('Voici ce que le monde voit maintenant').waitFor();
  await state.getByRole('button', { name: /^C’est bon/ }).click();
  await state.getByText(/dit au 211 par téléphone/).waitFor();
  const [word] = await hub.db.query('select source, heard_channel from status.report where service_id = $1 order by position desc', [
    kitchen,
  ]);
  expect(word).toEqual({ source: 'RESEARCHER', heard_channel: 'TELEPHONE' });

  await she.page.getByRole('button', { name: 'Ce n’est pas ce que j’ai constaté' }).click();
  await she.page.getByRole('button', { name: 'Signaler aux recherchistes' }).waitFor();
  expect(await she.page.getByText(/Envoyer au 211|Appeler le 211/).count()).toBe(0);
});

test('of a confidential service a stranger learns nothing, not even that it exists', async () => {
  const she = await Person.at(browser, hub.url);
  await she.page.goto(`/services/${shelter}`);
  await she.page.getByText('Ce service n’existe pas').waitFor();
  await she.page.goto('/services/nothing-of-ours');
  await she.page.getByText('Ce service n’existe pas').waitFor();
  await she.leaves();
});

test.each([
  ['fr-CA', 'light', phone],
  ['en-CA', 'dark', desk],
] as const)(
  'in %s, %s: what was found otherwise is asked with nothing serious for those who see, hear or point otherwise',
  async (locale, colorScheme, viewport) => {
    const she = await Person.at(browser, hub.url, { viewport, locale, colorScheme });
    await she.opens(`/services/${kitchen}`);
    await she.page.getByRole('listitem').first().waitFor();
    await she.page.getByRole('button', { name: /constaté|found/ }).click();
    expect(await she.faults()).toEqual([]);
    await she.leaves();
  },
);
