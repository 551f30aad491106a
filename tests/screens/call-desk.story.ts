import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { hears, isAt, needs, press, setTheDesk, types } from '../support/call-desk.ts';
import { wrongOf } from '../support/looks.ts';
import { bonnePage, kitchen } from '../support/region.ts';
import { until } from '../support/test-hub.ts';

let at: Awaited<ReturnType<typeof setTheDesk>>;
beforeAll(async () => {
  at = await setTheDesk();
}, 60_000);
afterEach(async () => expect(await at.stage.clear()).toEqual([]));
afterAll(() => at?.stage.strike());

test.each([
  [
    'fr',
    'arab',
    'livraison épicerie',
    /Livraison d’épicerie/,
    'chercher un taxi',
    /Transport/,
    /enregistré$/,
    'Femme',
    'interprète en ligne',
    'Cuisine collective',
  ],
  [
    'en',
    'arab',
    'grocery delivery',
    /Grocery delivery/,
    'looking for a taxi',
    /Transport/,
    /saved$/,
    'Woman',
    'interpreter on the line',
    'Community kitchen',
  ],
] as const)(
  '%s: a whole call by the keyboard alone, with an interpreter; what nobody could offer is on other screens within a second',
  async (language, arabic, grocery, groceryNamed, taxi, taxiNamed, saved, woman, interpreted, kitchenNamed) => {
    await at.says(kitchen, 'LIMITED');
    const before = await at.contacts();
    const coordinator = await at.stage.hub.as('MUNICIPAL_COORDINATOR', bonnePage);
    const { position } = await coordinator.ask('{ position }');
    const news = coordinator.watch(
      'subscription ($after: Position) { gapChanged(after: $after) { occurredAt change gap { kind count state territory { code } crisis { id } } } }',
      { after: position },
    );
    const flagged = news.next().then(({ value }) => ({ ...value.gapChanged, heardAt: Date.now() }));

    const she = await at.atTheDesk(language);
    await press(she, 'g 1 a 7 l');
    await types(she, arabic);
    await press(she, 'Enter i i p 1');
    await isAt(she, 'Pont-V', /Pont-Viau/);
    await hears(she, woman);
    await hears(she, interpreted);
    await needs(she, grocery, groceryNamed, kitchenNamed);
    await press(she, '1 j');
    await needs(she, taxi, taxiNamed);
    await press(she, 'u 0 3');
    await hears(she, language === 'fr' ? /Ouvre un besoin|S’ajoute au besoin/ : /Opens a need|Joins the need/);
    await press(she, 'x 2 1 1 1 t');
    await types(she, language === 'fr' ? 'Ne sort plus depuis trois semaines.' : 'Has not been out for three weeks.');
    expect(await she.faults()).toEqual([]);
    expect(await wrongOf(she)).toEqual([]);
    await press(she, 'Control+Enter');
    await hears(she, saved);

    const told = await flagged;
    expect(told).toMatchObject({ gap: { kind: 'TAXI', state: 'OPEN', territory: { code: 'pont-viau' }, crisis: { id: at.pandemic } } });
    expect(told.heardAt - Date.parse(told.occurredAt)).toBeLessThan(1_000);
    await news.return(undefined);
    const [waited] = await at.stage.hub.db.query('select language, outcome from lines.interpretation order by asked_at desc limit 1');
    expect(waited).toEqual({ language: 'ar', outcome: 'OBTAINED' });
    const after = await at.contacts();
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatchObject({
      ...{ kind: 'NEED', language: 'ar', interpreted: true, gender: 'WOMAN', age_group: 'AGE_65_74', neighbourhood: 'pont-viau' },
      ...{ crisis_id: at.pandemic, note: expect.stringMatching(/trois semaines|three weeks/) },
      needs: [
        { kind: 'GROCERY_DELIVERY', category: 'food', outcome: 'MET', reason: null, gap: false, seen: ['LIMITED'] },
        { kind: 'TAXI', outcome: 'UNMET', reason: 'NO_TRANSPORT', gap: true, seen: null },
      ],
      handovers: [{ mode: 'WARM', basis: 'CONSENT', result: 'TAKEN' }],
    });
    await until(async () => (await at.drafts()) === 0);
    expect(await she.drafts()).toEqual([]); // neither here nor at the hub
  },
  60_000,
);

test('a browser crashes in the middle of a call: it is offered back as it stood, and recorded once', async () => {
  const before = (await at.contacts()).length;
  const she = await at.atTheDesk();
  await press(she, 'g 2 a 8 l 1');
  await isAt(she, 'Vimont', /Vimont/);
  await needs(she, 'masques', /Masques/);
  await until(async () => (await at.drafts()) === 1);
  await she.opensAnother('/appel');
  await hears(she, /Un appel commencé .* n’est pas enregistré/);
  await press(she, 'Tab');
  await she.page.getByRole('button', { name: 'Reprendre' }).press('Enter');
  await hears(she, '75 ans et plus');
  await press(she, 'u 2 Control+Enter');
  await hears(she, /enregistré$/);
  const all = await at.contacts();
  expect(all.length).toBe(before + 1);
  expect(all.at(-1)).toMatchObject({ gender: 'MAN', neighbourhood: 'vimont', needs: [{ kind: 'MASKS', reason: 'FULL', gap: true }] });
  await until(async () => (await at.drafts()) === 0);
  await she.opens('/appel');
  expect(await she.page.getByText(/Un appel commencé/).count()).toBe(0);
});

test('what another device began is offered here, and can be let go', async () => {
  const here = await at.atTheDesk();
  await press(here, 'g 1');
  await until(async () => (await at.drafts()) === 1);
  const there = await at.atTheDesk();
  await hears(there, /Un appel commencé/);
  await there.page.getByRole('button', { name: 'Laisser' }).press('Enter');
  await until(async () => (await at.drafts()) === 0);
  expect(await there.page.getByText(/Un appel commencé/).count()).toBe(0);
});

test('the line goes in the middle of a call: it goes on, waits, and counts once when the line is back', async () => {
  await at.says(kitchen, 'OPEN');
  const before = (await at.contacts()).length;
  const she = await at.atTheDesk();
  await press(she, 'g 1 a 4 l 1');
  await needs(she, 'panier alimentaire', /Aide alimentaire/, 'Cuisine collective');
  await she.page.evaluate(() => (globalThis as any).navigator.serviceWorker.ready.then(() => undefined));
  await she.losesTheLine();
  await press(she, '1 o');
  await types(she, 'Chomedey');
  await she.page
    .getByRole('option', { name: /Chomedey/ })
    .first()
    .waitFor();
  await press(she, 'Enter j b');
  await types(she, 'masques');
  await press(she, 'Enter');
  await she.page.getByRole('heading', { name: 'Masques' }).first().waitFor();
  await press(she, 'u 1 Control+Enter');
  await hears(she, '1 appel attend la ligne, il partira une seule fois');
  await press(she, 'm 2 Control+Enter'); // the next call does not wait for the line either
  await hears(she, '2 appels attendent la ligne, chacun partira une seule fois');
  await she.opensAnother('/appel'); // and a closed page loses none of them
  await hears(she, '2 appels attendent la ligne, chacun partira une seule fois');
  expect((await at.contacts()).length).toBe(before);
  await she.hasTheLineAgain();
  await until(async () => (await at.contacts()).length === before + 2);
  await hears(she, /enregistré$/);
  const [call, offer] = (await at.contacts()).slice(-2);
  expect(call).toMatchObject({
    ...{ neighbourhood: 'chomedey', language: 'fr' },
    needs: [
      { kind: 'FOOD_AID', outcome: 'MET', seen: ['OPEN'] },
      { kind: 'MASKS', reason: 'NO_SERVICE', gap: true },
    ],
  });
  expect(offer).toMatchObject({ kind: 'OFFER', needs: null });
  await until(async () => (await at.drafts()) === 0);
});

test('a service that was given closes during the call: told at once, beside what was seen; the record says what was seen', async () => {
  await at.says(kitchen, 'OPEN');
  const she = await at.atTheDesk();
  await isAt(she, 'Pont-V', /Pont-Viau/);
  await needs(she, 'épicerie', /Livraison d’épicerie/, 'Cuisine collective');
  await press(she, '1');
  await at.says(kitchen, 'SUSPENDED');
  await hears(she, 'vient de changer : fermé temporairement'.replace(' :', '\u00A0:'));
  await she.page
    .getByRole('status')
    .getByText('Cuisine collective vient de changer\u00A0: Fermé temporairement.')
    .waitFor({ state: 'attached' });
  const row = she.page.getByRole('listitem').filter({ hasText: 'Information différente reçue' }).filter({ hasText: 'Cuisine collective' });
  await row.getByText('vient de changer').waitFor();
  await she.page.getByRole('heading', { name: 'Ouvertes, confirmées' }).waitFor(); // it does not leave while it is in hand
  expect(await she.page.getByText(/Un organisme peut vous aider/).count()).toBe(0); // nobody is told to call it any more
  await press(she, '1'); // taken back
  await she.page.getByRole('heading', { name: 'Ne prennent personne pour l’instant' }).waitFor();
  await press(she, '1 k 3 Control+Enter');
  await hears(she, /enregistré$/);
  expect((await at.contacts()).at(-1)).toMatchObject({ needs: [{ outcome: 'PARTLY_MET', reason: 'CLOSED' }] });
});
