import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { hears, isAt, needs, press, setTheDesk, types } from '../support/call-desk.ts';
import { walks, wrongOf } from '../support/looks.ts';
import { desk } from '../support/person.ts';
import { bonnePage, kitchen, library } from '../support/region.ts';

let at: Awaited<ReturnType<typeof setTheDesk>>;
beforeAll(async () => {
  at = await setTheDesk();
}, 60_000);
afterEach(async () => expect(await at.stage.clear()).toEqual([]));
afterAll(() => at?.stage.strike());

test('a note that says who somebody is, is flagged beside it; the call is saved all the same, without the place', async () => {
  const she = await at.atTheDesk();
  await press(she, 'l 1 t');
  await types(she, 'Rappeler Mme Roy au 514 555-0199');
  await hears(she, 'Semble contenir\u00A0: un numéro de téléphone, un nom de personne. Retirez-le avant d’enregistrer.');
  await press(she, 'Alt+b');
  await types(she, 'masques');
  await she.page.locator('form').getByText('Masques').waitFor();
  await press(she, 'Enter j');
  await she.page.getByRole('button', { name: /Enregistrer sans le lieu/ }).waitFor();
  await press(she, 'Control+Enter');
  await hears(she, /enregistré$/);
});

test('somebody alike called a moment ago: offered, not forced', async () => {
  const she = await at.atTheDesk();
  for (const again of [false, true]) {
    await press(she, 'a 3 l 1');
    await isAt(she, 'Auteuil', /Auteuil/);
    await needs(she, 'masques', /Masques/);
    if (again) {
      await hears(she, /Une demande semblable a été notée/);
      await press(she, 'd');
      await hears(she, 'A déjà appelé pour cela');
    }
    await press(she, 'u 1 Control+Enter');
    await hears(she, /enregistré$/);
  }
  const [gap] = await at.stage.hub.db.query(`select count, households from needs.gap where territory = 'auteuil' and kind = 'MASKS'`);
  expect(gap).toMatchObject({ count: 2, households: 1 });
});

test('the silent are told what to do; the caller’s other word on a service opens a check; ? lists the keys', async () => {
  await at.says(kitchen, 'OPEN');
  const she = await at.atTheDesk();
  await press(she, 'm 3');
  await hears(she, /Si vous ne pouvez pas parler/);
  await needs(she, 'épicerie', /Livraison d’épicerie/, 'Cuisine collective');
  await she.page.getByRole('button', { name: 'Information différente reçue' }).first().click();
  await she.page.getByRole('radio', { name: 'Complet' }).check();
  await she.page.getByRole('button', { name: 'Faire vérifier' }).click();
  await hears(she, /L’équipe vérifie auprès de l’organisme/);
  const [{ says: said }] = await at.stage.hub.db.query(
    `select says from status.contradiction where service_id = $1 order by made_at desc limit 1`,
    [kitchen],
  );
  expect(said).toBe('FULL');
  await she.page.getByRole('heading', { name: 'Le bon numéro' }).click();
  await press(she, '?');
  await she.page.getByRole('dialog').getByText('Un besoin, dans ses mots').waitFor();
  await press(she, 'Escape');
  await she.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await press(she, 'g'); // the desk's, not the frame's
  await she.page.getByRole('group', { name: 'Genre' }).waitFor();
});

test('a call-back is promised in the middle of a call: who is called is sealed, and stays nowhere on the desk', async () => {
  const she = await at.atTheDesk();
  await press(she, 'l 1');
  await needs(she, 'masques', /Masques/);
  await press(she, 's');
  const dialog = she.page.getByRole('dialog', { name: 'Promettre un suivi' });
  await dialog.getByLabel('Nom auquel la personne répond').fill('Zéphirine');
  await dialog.getByLabel('Téléphone').fill('450 555-0177');
  await dialog.getByLabel('Jour').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await dialog.getByRole('button', { name: 'Promettre' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await hears(she, 'Suivi promis');
  const [{ n }] = await at.stage.hub.db.query(`select count(*)::int as n from platform.event where kind = 'follow-up-changed'`);
  expect(n).toBeGreaterThan(0);
  expect(await she.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(/Zéphirine|0177/);
});

test('three keys in a window of 360 by 400: kind, place, why', async () => {
  const before = (await at.contacts()).length;
  const she = await at.stage.signedIn('Josée', { viewport: { width: 360, height: 400 } });
  await she.opens('/signaler');
  await hears(she, 'Livraison d’épicerie');
  expect([await wrongOf(she), await she.faults(), await walks(she)]).toEqual([[], [], []]);
  await press(she, '3');
  await she.page.getByRole('combobox').and(she.page.locator(':focus')).waitFor();
  await types(she, 'H7G');
  await she.page.getByRole('option', { name: /H7G/ }).first().waitFor();
  await press(she, 'Enter');
  await hears(she, 'Pourquoi rien?');
  expect(await wrongOf(she)).toEqual([]);
  await press(she, '2');
  await hears(she, '1 besoin signalé');
  expect((await at.contacts()).slice(before)).toMatchObject([
    { needs: [{ kind: 'GROCERY_DELIVERY', outcome: 'UNMET', reason: 'FULL', gap: true }] },
  ]);
});

test('my day: what I noted, and what became of what I flagged', async () => {
  const she = await at.atTheDesk();
  await press(she, 'a 3 l 1');
  await isAt(she, 'Duvernay', /Duvernay/);
  await needs(she, 'livraison épicerie', /Livraison d’épicerie/);
  await press(she, 'u 1 Control+Enter');
  await hears(she, /enregistré$/);
  const [{ id }] = await at.stage.hub.db.query(`select id from needs.gap where territory = 'duvernay'`);
  const supervisor = await at.stage.hub.as('CENTRE_SUPERVISOR', bonnePage);
  const addressing = 'mutation ($input: AddressGapInput!) { addressGap(input: $input) { __typename } }';
  expect((await supervisor.ask(addressing, { input: { gapId: id, serviceId: library } })).addressGap.__typename).toBe('GapChanged');
  await she.opens('/ma-journee');
  const gap = she.page.getByRole('listitem').filter({ hasText: 'Livraison d’épicerie, Duvernay' });
  await gap.getByText('Répondu', { exact: true }).waitFor();
  await gap.getByText('Y répond maintenant\u00A0: Aide aux devoirs').waitFor();
  await hears(she, /appels? notés? aujourd’hui/);
  expect(await she.faults()).toEqual([]);
});

test('the desk is for who records calls', async () => {
  const she = await at.stage.partner({ viewport: desk });
  for (const path of ['/appel', '/ma-journee', '/signaler']) {
    await she.opens(path);
    await hears(she, 'Le bureau d’appel est pour le 211.');
  }
});
