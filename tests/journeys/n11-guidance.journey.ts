import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { act, coordinator, counsellor, crisis, supervisor, type Who } from '../support/lines.ts';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

const read = 'id code crisisId name { fr en } when { fr en } numbers { number label { fr } } raised raisedBy words { fr en } position';
const guidance = async (variables: object = {}, who: Who = []): Promise<Answer[]> =>
  (
    await (
      await hub.as(...who)
    ).ask(`query ($crisisId: ID, $text: String) { n11Guidance(crisisId: $crisisId, text: $text) { ${read} } }`, variables)
  ).n11Guidance;
const set = (input: object, who: Who = supervisor): Promise<Answer> =>
  act(hub, 'setN11Guidance', input, `... on N11GuidanceSet { guidance { ${read} } }`, who);
const withdraw = (guidanceId: string, who: Who = supervisor): Promise<Answer> =>
  act(hub, 'withdrawN11Guidance', { guidanceId }, '... on N11GuidanceWithdrawn { guidanceId }', who);
const codes = (all: Answer[]) => all.map(({ code }) => code);

const covid = {
  ...{ code: 'COVID_19', name: { fr: 'Ligne COVID-19', en: 'COVID-19 line' }, when: { fr: 'Symptômes, dépistage, vaccin.' } },
  ...{ numbers: [{ number: '1 877 644-4545', label: { fr: 'sans frais' } }], words: { fr: ['dépistage'], en: ['screening'] } },
};

test('anybody sees the right numbers, in French and in English, the gravest first', async () => {
  const all = await guidance();
  expect(codes(all)).toEqual(['N911', 'N811_1', 'N811_2', 'APPELLE', 'SOS_VIOLENCE_CONJUGALE', 'N311', 'N211', 'ITMAV']);
  const numbers = Object.fromEntries(all.map(({ code, numbers }) => [code, numbers.map(({ number }: Answer) => number).join()]));
  expect(numbers).toMatchObject({
    N911: '911',
    N811_1: '811, option 1',
    APPELLE: '1 866 277-3553',
    SOS_VIOLENCE_CONJUGALE: '1 800 363-9010',
    ITMAV: '',
  });
  for (const { name, when, raised } of all) expect([name.fr && name.en && when.fr && when.en, raised]).toEqual([expect.any(String), false]);
});

test('the typed words raise the number that they point to, and that one comes first', async () => {
  const [first, ...rest] = await guidance({ text: 'elle parle de suicide' });
  expect(first).toMatchObject({ code: 'APPELLE', raised: true, raisedBy: ['suicid'] });
  expect(rest.some(({ raised }) => raised)).toBe(false);
  const both = await guidance({ text: 'my husband passed out, he has a FEVER' });
  expect(both.slice(0, 3).map(({ code, raised }) => [code, raised])).toEqual([['N911', true], ['N811_1', true], ['N811_2', false]]); // prettier-ignore
});

test('a crisis has red flags of its own that point to 911, and a line of its own, there and nowhere else', async () => {
  const [here, elsewhere] = [await crisis(hub), await crisis(hub)];
  const flags = { code: 'N911', crisisId: here, name: { fr: '911, urgence' }, when: { fr: 'Intoxication au monoxyde : sortir, appeler.' } };
  await set(
    { ...flags, numbers: [{ number: '911' }], position: 0, words: { fr: ['génératrice', 'barbecue', 'mal de tête'] } },
    coordinator,
  );
  await set({ ...covid, crisisId: here });
  const text = 'Ils ont une GENERATRICE au sous-sol et des maux, un mal de tete';
  const raised = (await guidance({ crisisId: here, text })).filter(({ raised }) => raised);
  expect(raised).toMatchObject([{ code: 'N911', crisisId: here, raisedBy: ['génératrice', 'mal de tête'] }]);
  expect((await guidance({ crisisId: here, text: 'il est inconscient' }))[0]).toMatchObject({ code: 'N911', crisisId: here, raised: true }); // as ever
  expect(codes(await guidance({ crisisId: here })).filter(code => code === 'N911')).toEqual(['N911']);
  expect(codes(await guidance({ crisisId: here }))).toContain('COVID_19');
  for (const crisisId of [elsewhere, undefined, 'none']) {
    expect((await guidance({ crisisId, text })).some(({ raised }) => raised)).toBe(false);
    expect(codes(await guidance({ crisisId }))).not.toContain('COVID_19');
  }
});

test('it is changed by its code, keeps its place, and is withdrawn', async () => {
  const made = (await set(covid)).guidance;
  expect(made).toMatchObject({ crisisId: null, numbers: [{ number: '1 877 644-4545', label: { fr: 'sans frais' } }], words: covid.words });
  const changed = (await set({ ...covid, numbers: [] })).guidance;
  expect(changed).toMatchObject({ id: made.id, numbers: [], position: made.position });
  expect(await withdraw(made.id)).toMatchObject({ guidanceId: made.id });
  expect(await withdraw(made.id)).toMatchObject({ __typename: 'GuidanceNotFound', code: 'GUIDANCE_NOT_FOUND' });
  expect(codes(await guidance())).not.toContain('COVID_19');
  expect((await set(covid)).guidance.id).not.toBe(made.id);
});

test.each([
  ['name', 'GUIDANCE_TEXT_MISSING', { name: {} }],
  ['when.en', 'GUIDANCE_TEXT_TOO_LONG', { when: { en: 'a'.repeat(501) } }],
  ['numbers.0.number', 'GUIDANCE_NUMBER_NOT_VALID', { numbers: [{ number: 'call me' }] }],
  ['numbers', 'GUIDANCE_TOO_MANY', { numbers: Array(11).fill({ number: '911' }) }],
  ['words.fr.1', 'GUIDANCE_WORD_TOO_SHORT', { words: { fr: ['feu', 'a!'] } }],
  ['words.en', 'GUIDANCE_TOO_MANY', { words: { en: Array.from({ length: 61 }, (_, n) => `word${n}`) } }],
])('a wrong %s is refused (%s)', async (field, code, input) => {
  expect(await set({ ...covid, ...input })).toMatchObject({ __typename: 'InvalidGuidance', code, field });
});

test('only who supervises or coordinates sets it; of an exercise nothing is set', async () => {
  for (const who of [[], counsellor, ['PARTNER_EDITOR', pain], ['ADMINISTRATOR', bonnePage]] as Who[]) {
    const code = who.length ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    expect(await set(covid, who)).toMatchObject({ code });
    expect(await withdraw(bonnePage, who)).toMatchObject({ code });
  }
  for (const crisisId of [await crisis(hub, true), bonnePage])
    expect(await set({ ...covid, crisisId })).toMatchObject({ __typename: 'CrisisNotFound' });
  expect(await set({ ...covid, code: 'lower' })).toMatchObject({ code: 'BAD_USER_INPUT' });
});
