import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CreateAccount } from '#libs/identity';
import { isLong, wrongOf } from '../support/looks.ts';
import { desk, type Person, phone } from '../support/person.ts';
import { bonnePage, kitchen, pain } from '../support/region.ts';
import { gapsOn } from '../support/gaps.ts';
import { card, Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage, flood: string, asking: string, rule: string, gap: string;
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Supervision', 'CENTRE_SUPERVISOR', bonnePage);
  const supervisor = await stage.hub.as('CENTRE_SUPERVISOR', bonnePage);
  const opening = 'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }';
  const areas = [{ territory: 'laval', phase: 'ALERT' }];
  flood = (await supervisor.ask(opening, { input: { name: { fr: 'Crue des Mille Îles' }, nature: 'FLOOD', areas } })).openCrisis.crisis.id;
  const text = { fr: 'Êtes-vous ouverts?' };
  const letter = { name: { fr: 'Neige de mars' }, subject: text, message: text, filter: {} };
  const planning = 'mutation ($input: PlanCampaignInput!) { planCampaign(input: $input) { ... on CampaignPlanned { campaign { id } } } }';
  const plan = { ...letter, dueAt: new Date(Date.now() + 86_400_000) };
  asking = (await supervisor.ask(planning, { input: plan })).planCampaign.campaign.id;
  const ruling = 'mutation ($input: SetOutreachRuleInput!) { setOutreachRule(input: $input) { ... on OutreachRuleSet { rule { id } } } }';
  const daily = { ...letter, kind: 'STALE', atTime: '07:30', dueAfterHours: 24 };
  rule = (await supervisor.ask(ruling, { input: daily })).setOutreachRule.rule.id;
  ({ id: gap } = await gapsOn({ hub: stage.hub, sibling: stage.hub }).flag({ kind: 'TAXI', neighbourhood: 'auteuil' }));
}, 60_000);
afterEach(async () => expect((await stage.clear()).filter(said => !/status of 500/.test(said))).toEqual([]));
afterAll(() => stage?.strike());

/** Where, for whom, words that are there once what it shows was read, what says that it was not, and what the device keeps of it. */
const screens: [path: string, who: string | null, there: string, said: string, kept: string][] = [
  ['/', null, 'Cuisine collective', 'Nous n’avons pas pu lire la liste.', 'Cuisine collective'],
  [`/services/${kitchen}`, null, 'Cuisine collective', 'Nous n’avons pas pu lire ce service.', 'Cuisine collective'],
  ['/what-a-status-means', null, 'Les sept états', 'Les sept états', 'timeZone'],
  ['/sign-in', null, 'Comptes de démonstration', 'Recevoir un lien', 'demoAccounts'],
  ['/crises', null, 'Crue des Mille Îles', 'Nous n’avons pas pu lire les événements.', 'Crue des Mille Îles'],
  ['/crises/:flood', null, 'Crue des Mille Îles', 'Nous n’avons pas pu lire les événements.', 'Crue des Mille Îles'],
  ['/my-services', 'Partenaire', 'Cuisine collective', 'Nous n’avons pas pu lire vos services.', 'Cuisine collective'],
  ['/me', 'Partenaire', 'Vos rattachements', 'Nous n’avons pas pu lire votre compte.', 'memberships'],
  ['/situation', 'Supervision', '3 services', 'Nous n’avons pas pu lire la situation.', 'mapServices'],
  ['/situation/wall', 'Supervision', 'Crue des Mille Îles', 'Nous n’avons pas pu lire la situation.', 'mapServices'],
  ['/campaigns', 'Supervision', 'Neige de mars', 'Nous n’avons pas pu lire les campagnes.', 'Neige de mars'],
  ['/campaigns/:asking', 'Supervision', 'Ce qui a été écrit', 'Nous n’avons pas pu lire les campagnes.', 'answersByHour'],
  ['/campaigns/new', 'Supervision', 'Objet du courriel, en français', 'Nous n’avons pas pu lire les campagnes.', 'campaignAudience'],
  ['/campaigns/rules/new', 'Supervision', 'Quand elle se fait', 'Nous n’avons pas pu lire les campagnes.', 'campaignAudience'],
  ['/campaigns/rules/:rule', 'Supervision', 'Quand elle se fait', 'Nous n’avons pas pu lire les campagnes.', 'restHours'],
  ['/outgoing', 'Supervision', 'Rien n’est encore parti.', 'Nous n’avons pas pu lire les envois.', 'outgoingState'],
  ['/to-reach', 'Supervision', 'Le Pain partagé', 'Nous n’avons pas pu lire la liste', 'organizationsToReach'],
  ['/memberships', 'Supervision', 'Personne n’attend.', 'Nous n’avons pas pu lire les demandes.', 'membershipClaims'],
  [`/visits?organizations=${pain}`, 'Supervision', 'Cuisine collective', 'Nous n’avons pas pu lire les services.', 'Cuisine collective'],
  [`/visits/${pain}`, 'Supervision', 'Cuisine collective', 'Nous n’avons pas pu lire les services.', 'Cuisine collective'],
  ['/appel', 'Supervision', 'Crue des Mille Îles', 'Nous n’avons pas pu lire les choix du bureau.', 'handoverTargets'],
  ['/ma-journee', 'Supervision', 'Aucun appel noté aujourd’hui.', 'Nous n’avons pas pu lire votre journée.', 'myContacts'],
  ['/besoins', 'Supervision', 'Transport ou taxi', 'Nous n’avons pas pu lire les besoins.', 'Transport ou taxi'],
  ['/besoins/:gap', 'Supervision', 'Pourquoi sans réponse', 'Nous n’avons pas pu lire les besoins.', 'couldAnswer'],
  ['/crises/new', 'Supervision', 'Nom, en français', 'Nous n’avons pas pu lire les événements.', 'territories'],
];
const pathOf = (path: string) => path.replace(':flood', flood).replace(':asking', asking).replace(':rule', rule).replace(':gap', gap);
const come = (who: string | null): Promise<Person> => {
  const viewport = who === 'Supervision' ? desk : phone;
  return who ? stage.signedIn(who, { viewport }) : stage.somebody({ viewport });
};
const sees = (person: Person, words: string | RegExp) => person.page.getByText(words).filter({ visible: true }).first().waitFor();
const wrongWith = async (person: Person) => [...(await wrongOf(person)), ...(await person.faults())];

test.each(screens)(
  '%s, for %s: « %s » cannot be read; that is said, and it is read once the hub answers',
  async (path, who, there, said) => {
    const she = await come(who);
    await she.opens(who ? '/me' : '/nowhere'); // the app is here
    await she.page.evaluate(() => (globalThis as any).indexedDB.deleteDatabase('fanal')); // and nothing is kept
    let down = true;
    const masked = {
      status: 200,
      contentType: 'application/json',
      body: '{"errors":[{"message":"no","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}',
    };
    await she.page.route('**/graphql', route => {
      if (!down) return route.continue();
      return route.fulfill(path === '/crises' || isLong ? masked : { status: 500, body: 'no' });
    });
    await she.page.goto(pathOf(path));
    await sees(she, said);
    expect(await wrongWith(she)).toEqual([]);
    down = false;
    const isLeftAlone = isLong || path === '/me';
    if (!isLeftAlone) await she.page.evaluate(() => (globalThis as any).dispatchEvent(new Event('online'))); // or else in five seconds
    await sees(she, there);
  },
);

test.each(screens)('%s, for %s: without a line « %s » is still there, also for who opens it then', async (path, who, there, _, kept) => {
  const she = await come(who);
  await she.opens(pathOf(path));
  await sees(she, there);
  await she.page.evaluate(() => (globalThis as any).navigator.serviceWorker.ready.then(() => undefined));
  await until(() => she.keeps(kept));
  she.line.cut();
  await she.context.setOffline(true);
  await sees(she, /^(Hors ligne|Vrai à)/);
  await sees(she, there);
  expect(await (isLong ? wrongWith : wrongOf)(she)).toEqual([]);
  await she.opensAnother(pathOf(path));
  await sees(she, /^(Hors ligne|Vrai à)/);
  await sees(she, there);
  expect(await wrongOf(she)).toEqual([]);
});

test('by the keyboard alone: in by the demonstration’s door, a word said, and who found otherwise says so', async () => {
  const she = await stage.somebody({ viewport: desk });
  const { page } = she;
  const reach = async (words: RegExp) => {
    for (let n = 0; n < 60; n++) {
      const at = await page.evaluate(() => {
        const { activeElement, body } = (globalThis as any).document;
        if (activeElement === body) return '';
        return `${activeElement?.getAttribute('aria-label') ?? ''} ${activeElement?.closest('label')?.textContent ?? ''} ${activeElement?.textContent ?? ''}`;
      });
      if (words.test(at)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never comes to ${words}`);
  };
  await she.opens('/sign-in');
  await page.getByRole('button', { name: /Partenaire/ }).waitFor();
  await reach(/Partenaire/);
  await page.keyboard.press('Enter');
  await card(she).waitFor();
  await reach(/Dire l’état/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await reach(/Ouvert/);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  const before = await stage.reports();
  await page.keyboard.press('Control+Enter');
  await until(async () => (await stage.reports()) === before + 1);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await reach(/C’est bon/);
  await page.keyboard.press('Enter');
  await reach(/Page publique/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/services/**');
  await sees(she, 'Ce qui a été dit');
  await reach(/^  ?Ce n’est pas ce que j’ai constaté/);
  await page.keyboard.press('Enter');
  await page.getByRole('radio').first().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await reach(/Envoyer au 211/);
  await page.keyboard.press('Enter');
  await sees(she, /Merci. Le 211 vérifie/);
});

describe('where there is nothing: what is empty says so, and what to do', () => {
  beforeAll(async () => {
    const { hub } = stage;
    const empty = '00000000-0000-7000-8000-000000000003';
    await hub.db.query(`insert into directory.organization (id, source_id, name_fr) values ('${empty}', 'empty', 'La Relâche')`);
    await hub.get(CreateAccount).run({ email: 'new@demo.fanal.test', displayName: 'Nouvelle', language: 'fr', demo: true });
    await stage.has('Sans service', 'CASE_WORKER', empty);
  });

  test.each<[string, string | null, string | RegExp]>([
    ['/?q=zzzzqqqq', null, 'Rien ne correspond à « zzzzqqqq ».'],
    ['/services/00000000-0000-7000-8000-000000000999', null, /Ce service n’existe pas/],
    ['/crises/00000000-0000-7000-8000-000000000999', null, 'Cet événement est introuvable.'],
    ['/my-services', null, 'Voir tous les services'],
    ['/situation', null, /Ce tableau est pour la coordination/],
    ['/memberships', null, 'Les rattachements sont pour le 211 et la coordination.'],
    ['/outgoing', 'Nouvelle', 'Les envois sont pour l’équipe du 211.'],
    ['/besoins', null, /Les besoins non comblés sont pour/],
    ['/besoins?kind=MASKS', 'Supervision', 'Aucun besoin de ce genre.'],
    ['/besoins/00000000-0000-7000-8000-000000000999', 'Supervision', 'Ce besoin est introuvable.'],
    ['/outgoing?state=dead', 'Supervision', 'Aucun envoi de ce genre.'],
    ['/campaigns/00000000-0000-7000-8000-000000000999', 'Supervision', 'Cette campagne est introuvable.'],
    ['/campaigns/rules/00000000-0000-7000-8000-000000000999', 'Supervision', /Cette campagne récurrente est terminée/],
    ['/my-services', 'Nouvelle', /aucun organisme/],
    ['/me', 'Nouvelle', /Aucun. Demandez à votre responsable/],
    ['/my-services', 'Sans service', /Aucun service n’est encore inscrit/],
    ['/situation/wall?category=sports-and-recreation', 'Supervision', /0 sur 0|Aucun service/],
  ])('%s, %s', async (path, who, words) => {
    const she = await come(who);
    await she.opens(path);
    await sees(she, words);
    expect(await wrongWith(she)).toEqual([]);
  });
});
