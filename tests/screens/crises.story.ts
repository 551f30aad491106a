import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { AddMembership, CreateAccount } from '#libs/identity';
import { launchBrowser } from '../support/chromium.ts';
import { desk, Person, phone } from '../support/person.ts';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { TestHub, until } from '../support/test-hub.ts';

let browser: Browser, hub: TestHub;
beforeAll(async () => {
  browser = await launchBrowser();
  hub = await TestHub.start(undefined, { FANAL_WEB: process.env.FANAL_WEB! });
  await someServices(hub.db);
  const { accountId } = await hub
    .get(CreateAccount)
    .run({ email: 'coordinator@demo.fanal.test', displayName: 'Coordination', language: 'fr', demo: true });
  await hub.get(AddMembership).run({ accountId, organizationId: bonnePage, role: 'MUNICIPAL_COORDINATOR', territories: [] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await hub?.close();
});

async function coordinator(options = {}): Promise<Person> {
  const person = await Person.at(browser, hub.url, { viewport: desk, ...options });
  await person.opens('/sign-in');
  await person.page.getByRole('button', { name: /Coordination/ }).click();
  await person.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  return person;
}
const opening = 'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id areas { id } } } } }';
const flood = {
  name: { fr: 'Crue des Mille Îles', en: 'Mille Îles flood' },
  nature: 'FLOOD',
  areas: [{ territory: 'laval', phase: 'ALERT' }],
};
const open = async (input = {}): Promise<{ id: string; areas: { id: string }[] }> =>
  (await (await hub.as('CENTRE_SUPERVISOR', bonnePage)).ask(opening, { input: { ...flood, ...input } })).openCrisis.crisis;
const say = async (name: string, input: object) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  await (
    await hub.as('CENTRE_SUPERVISOR', bonnePage)
  ).ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
};

test('an event is opened by the keyboard alone; what was typed is there after a reload, and what is missing is said beside it', async () => {
  const she = await coordinator();
  const { page } = she;
  await she.opens('/crises');
  await page.getByText('Aucun événement en cours.').waitFor();
  await page.getByRole('link', { name: 'Ouvrir un événement' }).focus();
  await page.keyboard.press('Enter');
  const name = page.getByLabel('Nom, en français');
  await name.waitFor();
  await name.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Donnez un nom dans au moins une langue.').waitFor();
  await name.focus();
  await page.keyboard.type('Verglas de mars');
  await page.reload();
  await until(async () => (await name.inputValue()) === 'Verglas de mars');
  await page.getByLabel('Secteur').selectOption('laval');
  await page.getByRole('button', { name: 'Ouvrir l’événement' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Choisissez la nature de l’événement.').waitFor(); // a person says it
  expect(await page.getByLabel('Nature').and(page.locator(':focus')).count()).toBe(1);
  expect(await she.faults()).toEqual([]);
  await page.getByLabel('Nature').selectOption('ICE');
  await page.getByRole('button', { name: 'Ouvrir l’événement' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Est-ce bien un vrai événement?').waitFor(); // asked once, where it was asked for
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Verglas de mars' }).waitFor();
  await she.opens('/crises/new');
  await name.waitFor();
  expect(await name.inputValue()).toBe('');
  expect(she.complaints).toEqual([]);
  await she.leaves();
});

test('a phase goes forward: what follows is said, asked once, and every open page has it with no reload', async () => {
  const { id } = await open();
  const [she, somebody] = [await coordinator(), await Person.at(browser, hub.url, { viewport: phone })];
  await Promise.all([she.opens(`/crises/${id}`), somebody.opens(`/crises/${id}`)]);
  const { page } = she;
  await she.live.waitFor();
  await page.getByRole('button', { name: /Changer la phase/ }).click();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByText('Choisissez la nouvelle phase.').waitFor();
  await page.getByRole('radio', { name: 'Intervention' }).check();
  await page.getByText(/restera frais 24 heures au lieu de 3 jours/).waitFor();
  await page.getByLabel('Pourquoi').fill('La digue cède');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByText(/Est-ce bien cela/).waitFor();
  expect(await she.faults()).toEqual([]);
  await page.getByRole('button', { name: /Oui, Intervention/ }).click();
  await page.getByText('« La digue cède »').waitFor();
  await somebody.page.getByText(/Alerte, puis Intervention/).waitFor();
  expect(await somebody.page.getByText('La digue cède').count()).toBe(0); // why is for those who are signed in
  expect(await somebody.page.getByRole('button', { name: /Changer/ }).count()).toBe(0);
  expect([...she.complaints, ...somebody.complaints]).toEqual([]);
  await Promise.all([she.leaves(), somebody.leaves()]);
});

test('an event spreads and changes hands: what is missing is said there, a reload loses nothing, and every open page has it', async () => {
  const { id } = await open({ needKinds: [{ code: 'SANDBAGS', name: { fr: 'Sacs de sable' } }] });
  const [she, somebody] = [await coordinator(), await Person.at(browser, hub.url, { viewport: phone })];
  await Promise.all([she.opens(`/crises/${id}`), somebody.opens(`/crises/${id}`)]);
  await Promise.all([she.live.waitFor(), somebody.live.waitFor()]);
  const { page } = she;
  const add = page.getByRole('button', { name: 'Ajouter un secteur' });
  await add.click();
  const form = page.getByRole('form', { name: 'Ajouter un secteur' });
  await form.getByRole('button', { name: 'Ajouter un secteur' }).click();
  await page.getByText('Choisissez le secteur à ajouter.').waitFor();
  expect(await form.getByLabel('Secteur').and(page.locator(':focus')).count()).toBe(1);
  await form.getByLabel('Secteur').selectOption('vimont');
  await form.getByLabel('Phase').selectOption('RESPONSE');
  await page.reload();
  await add.click();
  await until(async () => (await form.getByLabel('Secteur').inputValue()) === 'vimont'); // once its choices have come
  expect(await she.faults()).toEqual([]);
  await form.getByRole('button', { name: 'Ajouter un secteur' }).click();
  await somebody.page.getByRole('heading', { name: 'Vimont' }).waitFor();
  expect(await somebody.page.getByRole('button', { name: 'Ajouter un secteur' }).count()).toBe(0);

  await page.getByRole('button', { name: /Changer qui mène : Vimont/ }).click();
  await page.getByRole('combobox', { name: 'Organisme qui mène (facultatif)' }).fill('pain');
  await page.getByRole('option', { name: 'Le Pain partagé' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await somebody.page.getByText('Mené par Le Pain partagé').waitFor();

  const matters = page.getByRole('region', { name: 'Ce qui compte' });
  await matters.getByRole('button', { name: 'Changer' }).click();
  await matters.getByRole('checkbox', { name: 'Alimentation' }).check();
  const kinds = matters.getByLabel('Genres de besoin, un par ligne (facultatif), en français');
  await kinds.fill(`Sacs de sable\n${'x'.repeat(201)}`);
  await matters.getByRole('button', { name: 'Enregistrer' }).click();
  await matters.getByText(/dépasse 200 caractères/).waitFor();
  await kinds.fill('Sacs de sable\nPompes');
  await matters.getByRole('button', { name: 'Enregistrer' }).click();
  await somebody.page.getByText('Pompes').waitFor();
  await somebody.page.getByText('Alimentation').waitFor();
  expect([...she.complaints, ...somebody.complaints]).toEqual([]);
  await Promise.all([she.leaves(), somebody.leaves()]);
});

test('an emergency is declared with its end, counts down, and is ended before its time', async () => {
  const { id } = await open();
  const she = await coordinator();
  await she.opens(`/crises/${id}`);
  const { page } = she;
  await page.getByRole('button', { name: /Déclarer l’état d’urgence local/ }).click();
  await page.getByRole('button', { name: 'Déclarer', exact: true }).click();
  await page.getByText('Choisissez le jour de la fin.').waitFor();
  await page.getByRole('button', { name: '5 jours' }).click();
  await page.getByRole('button', { name: 'Déclarer', exact: true }).click();
  await page.getByRole('button', { name: 'Oui, déclarer' }).click();
  await page
    .getByText(/encore 4\sj 23\sh/)
    .first()
    .waitFor();
  expect(await she.faults()).toEqual([]);
  await page.getByRole('button', { name: /Mettre fin/ }).click();
  await page.getByRole('button', { name: 'Oui, y mettre fin' }).click();
  await until(async () => (await page.getByText(/encore 4\sj/).count()) === 0);
  expect(she.complaints).toEqual([]);
  await she.leaves();
});

test('an emergency that reaches its end is over on the pages that are open, with nobody near; none is declared for longer than the law allows', async () => {
  const { id, areas } = await open();
  const she = await coordinator();
  const { page } = she;
  await she.opens(`/crises/${id}`);
  await page.getByRole('button', { name: /Déclarer l’état d’urgence local/ }).click();
  const later = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Jusqu’à quand, jour').fill(later);
  await page.getByLabel('Heure').fill('09:00');
  await page.getByRole('button', { name: 'Déclarer', exact: true }).click();
  await page.getByRole('button', { name: 'Oui, déclarer' }).click();
  await page.locator('[data-wrong] [role="alert"]').waitFor();
  expect(await page.getByLabel('Jusqu’à quand, jour').inputValue()).toBe(later);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await say('declareLocalEmergency', { crisisId: id, areaId: areas[0]!.id, until: new Date(Date.now() + 6_000).toISOString() });
  await page.getByRole('button', { name: /Mettre fin/ }).waitFor();
  await page
    .getByText(/encore 0\smin/)
    .first()
    .waitFor();
  await page.getByText('arrivé à son terme').waitFor();
  await until(async () => (await page.getByRole('button', { name: /Mettre fin/ }).count()) === 0);
  expect(she.complaints).toEqual([]);
  await she.leaves();
});

test('instructions are read by anybody in their language; one past its end is said not to be read', async () => {
  const { id } = await open();
  await say('setInstruction', {
    crisisId: id,
    question: { fr: 'L’eau est-elle potable?', en: 'Is the water safe?' },
    answer: { fr: 'Oui.', en: 'Yes.' },
  });
  await say('setInstruction', {
    crisisId: id,
    question: { fr: 'Où dormir?' },
    answer: { fr: 'À l’aréna.' },
    validUntil: new Date(Date.now() + 3_000).toISOString(),
  });
  await say('setMission', { crisisId: id, organizationId: pain, texts: [{ fr: 'Repas chauds' }] });
  for (const options of [{ locale: 'en-CA', colorScheme: 'dark', viewport: { width: 1920, height: 1080 } }, { viewport: phone }] as const) {
    const somebody = await Person.at(browser, hub.url, options);
    await somebody.opens('/');
    await somebody.page
      .getByRole('link', { name: /Mille Îles/ })
      .first()
      .click();
    await somebody.page.getByText('locale' in options ? 'Is the water safe?' : 'L’eau est-elle potable?').waitFor();
    await somebody.page.getByText('locale' in options ? 'Expired: do not read' : 'Échue : ne pas lire').waitFor();
    await somebody.page.getByText('Repas chauds').waitFor();
    const wider = () =>
      somebody.page.evaluate(() => (globalThis as any).document.documentElement.scrollWidth - (globalThis as any).innerWidth);
    expect(await wider()).toBeLessThanOrEqual(0);
    expect(await somebody.faults()).toEqual([]);
    expect(somebody.complaints).toEqual([]);
    await somebody.leaves();
  }
});

test('an exercise is marked for who takes part, and for anybody else there is none', async () => {
  const { id } = await open({ name: { fr: 'Crue simulée' }, exercise: true });
  const [she, somebody] = [await coordinator(), await Person.at(browser, hub.url, { viewport: phone })];
  await she.opens(`/crises/${id}`);
  await she.page.getByText('Rien de ceci n’est réel.').waitFor();
  expect(await she.faults()).toEqual([]);
  await she.opens('/crises');
  await she.page.getByText('Exercices en cours').waitFor();
  await somebody.opens('/crises');
  await somebody.live.waitFor({ state: 'attached' });
  expect(await somebody.page.getByText('Crue simulée').count()).toBe(0);
  await somebody.opens(`/crises/${id}`);
  await somebody.page.getByText('Cet événement est introuvable.').waitFor();
  expect(await somebody.faults()).toEqual([]);
  await Promise.all([she.leaves(), somebody.leaves()]);
});

test('without a line the page keeps what it knew and says since when; acts wait, with the reason beside them', async () => {
  const { id } = await open();
  const she = await coordinator();
  await she.opens(`/crises/${id}`);
  await she.live.waitFor();
  await she.page.getByRole('button', { name: /Changer la phase/ }).click();
  await she.losesTheLine();
  await she.page.getByText('Hors ligne : ceci attend la ligne.').waitFor();
  expect(await she.page.getByRole('button', { name: 'Continuer' }).isDisabled()).toBe(true);
  expect(await she.faults()).toEqual([]);
  await say('setInstruction', { crisisId: id, question: { fr: 'Où aller?' }, answer: { fr: 'Au centre.' } });
  await she.hasTheLineAgain();
  await she.page.getByText('Où aller?').waitFor();
  await she.leaves();
});

test('a page that could not be read says so, and reads itself once the hub answers', async () => {
  const { id } = await open();
  const she = await Person.at(browser, hub.url, { viewport: phone });
  await she.opens('/sign-in'); // the app is here
  let down = true;
  await she.page.route('**/graphql', route => (down ? route.fulfill({ status: 500, body: 'no' }) : route.continue()));
  await she.opens(`/crises/${id}`);
  await she.page.getByText('Nous n’avons pas pu lire les événements.').waitFor();
  expect(await she.faults()).toEqual([]);
  down = false;
  await she.page.getByRole('heading', { level: 1, name: 'Crue des Mille Îles' }).waitFor();
  await she.leaves();
});
