import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '#libs/identity';
import { ForgetNotes } from '#libs/needs';
import { bonnePage, kitchen, pain, shelter, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

const minutesAgo = (n: number): string => new Date(Date.now() - n * 60_000).toISOString();
const aCall = (more: object = {}) => ({
  line: 'PHONE_211',
  startedAt: minutesAgo(6),
  endedAt: minutesAgo(1),
  language: 'ar',
  interpreted: true,
  caller: { gender: 'WOMAN', ageGroup: 'AGE_65_74', neighbourhood: 'pont-viau' },
  needs: [{ category: 'food', kind: 'GROCERY_DELIVERY', outcome: 'UNMET', unmetReason: 'FULL' }],
  ...more,
});
const ask = async (
  query: string,
  variables: object = {},
  role: Role | undefined = 'COUNSELLOR',
  organization = bonnePage,
): Promise<Answer> => (await hub.as(role, role && organization)).ask(query, variables);
const record = async (input: object, role?: Role): Promise<Answer> => (await ask(recording, { input }, role)).recordContact;

const recording = `mutation ($input: RecordContactInput!) { recordContact(input: $input) { __typename
  ... on Refusal { code message field }
  ... on ContactRecorded { contact { id kind line language interpreted
    needs { id kind outcome unmetReason category { code } gap { id count state kind territory { code } } references { service { id } state stale } }
    handovers { target { code number } mode basis result } } } } }`;

test('a call is recorded with its needs; what nobody could offer is a gap at once', async () => {
  const answer = await record(
    aCall({
      needs: [
        { category: 'health', kind: 'VACCINATION_REGISTRATION', outcome: 'MET', references: [kitchen] },
        { category: 'food', kind: 'GROCERY_DELIVERY', outcome: 'UNMET', unmetReason: 'FULL', note: 'Aînée seule' },
      ],
      handovers: [{ to: '1 866 APPELLE', mode: 'WARM', basis: 'CONSENT', result: 'TAKEN' }],
    }),
  );
  expect(answer).toMatchObject({
    __typename: 'ContactRecorded',
    contact: {
      kind: 'NEED',
      needs: [
        { outcome: 'MET', gap: null, references: [{ service: { id: kitchen }, state: 'UNKNOWN', stale: false }] },
        { outcome: 'UNMET', gap: { count: 1, state: 'OPEN', kind: 'GROCERY_DELIVERY', territory: { code: 'pont-viau' } } },
      ],
      handovers: [{ target: { code: '1866APPELLE', number: '1 866 277-3553' }, mode: 'WARM' }],
    },
  });
});

test('another one of the same kind and place joins it; what the caller refuses flags nothing', async () => {
  const [need] = (await record(aCall())).contact.needs;
  expect(need.gap.count).toBe(2);
  const [partly] = (
    await record(aCall({ needs: [{ category: 'food', kind: 'GROCERY_DELIVERY', outcome: 'PARTLY_MET', unmetReason: 'HOURS' }] }))
  ).contact.needs;
  expect(partly.gap).toMatchObject({ id: need.gap.id, count: 3 });
  for (const more of [
    { outcome: 'UNMET', unmetReason: 'REFUSED_BY_CALLER' },
    { outcome: 'PARTLY_MET', unmetReason: null },
    { outcome: 'MET', unmetReason: null },
  ])
    expect((await record(aCall({ needs: [{ category: 'food', kind: 'GROCERY_DELIVERY', ...more }] }))).contact.needs[0].gap).toBeNull();
});

test('where a gap is gathered: the former town, the city where that is not known, the city for kinds of the whole city', async () => {
  const at = async (caller: object, kind = 'MASKS') =>
    (await record(aCall({ caller, needs: [{ category: 'health', kind, outcome: 'UNMET', unmetReason: 'NO_SERVICE' }] }))).contact.needs[0]
      .gap.territory.code;
  expect(await at({ neighbourhood: 'Sainte-Rose' })).toBe('sainte-rose');
  expect(await at({ neighbourhood: 'SAINT-FRANÇOIS', municipality: 'laval' })).toBe('saint-francois');
  expect(await at({ municipality: 'Laval' })).toBe('laval');
  expect(await at({ postalPrefix: 'h7g' })).toBe('laval');
  expect(await at({})).toBe('laval');
  expect(await at({ neighbourhood: 'pont-viau' }, 'HOUSING')).toBe('laval');
});

test('the same key is one call', async () => {
  const input = aCall({ caller: { neighbourhood: 'vimont' }, idempotencyKey: 'call-1' });
  const first = await record(input);
  expect(await record(input)).toEqual(first);
  expect((await record(input)).contact.needs[0].gap.count).toBe(1);
  expect(await record({ ...input, language: 'fr' })).toMatchObject({ __typename: 'IdempotencyKeyReused' });
});

test.each<[string, object, string, string]>([
  ['it ends before it starts', { endedAt: minutesAgo(9) }, 'InvalidTime', 'endedAt'],
  ['it ends in the future', { endedAt: minutesAgo(-30) }, 'InvalidTime', 'endedAt'],
  ['it starts in the future', { startedAt: minutesAgo(-30), endedAt: minutesAgo(-40) }, 'InvalidTime', 'startedAt'],
  ['it lasts a day and more', { startedAt: minutesAgo(60 * 30) }, 'InvalidTime', 'endedAt'],
  ['no such language', { language: 'not a language' }, 'UnknownCode', 'language'],
  ['no such event', { crisisId: 'x' }, 'UnknownCode', 'crisisId'],
  ['no such neighbourhood', { caller: { neighbourhood: 'nowhere' } }, 'UnknownCode', 'caller.neighbourhood'],
  ['a neighbourhood is no municipality', { caller: { municipality: 'pont-viau' } }, 'UnknownCode', 'caller.municipality'],
  ['half a postal code', { caller: { postalPrefix: 'H7GX' } }, 'UnknownCode', 'caller.postalPrefix'],
  ['no such category', { needs: [{ category: 'nothing', kind: 'MASKS', outcome: 'MET' }] }, 'UnknownCode', 'needs.0.category'],
  ['no such kind', { needs: [{ category: 'food', kind: 'NOTHING', outcome: 'MET' }] }, 'UnknownCode', 'needs.0.kind'],
  [
    'met, and why not',
    { needs: [{ category: 'food', kind: 'MASKS', outcome: 'MET', unmetReason: 'FULL' }] },
    'UnknownCode',
    'needs.0.unmetReason',
  ],
  [
    'no such service',
    { needs: [{ category: 'food', kind: 'MASKS', outcome: 'MET', references: ['x'] }] },
    'UnknownCode',
    'needs.0.references.0',
  ],
  [
    'a note too long',
    { needs: [{ category: 'food', kind: 'MASKS', outcome: 'MET', note: 'x'.repeat(2_001) }] },
    'TextTooLong',
    'needs.0.note',
  ],
  ['no such line', { handovers: [{ to: '912', mode: 'WARM', basis: 'CONSENT', result: 'TAKEN' }] }, 'UnknownCode', 'handovers.0.to'],
])('what cannot be is refused at its place, and nothing is written: %s', async (_, more, type, field) => {
  const [{ n }] = await hub.db.query('select count(*)::int as n from needs.contact');
  expect(await record(aCall(more))).toMatchObject({ __typename: type, field });
  expect((await hub.db.query('select count(*)::int as n from needs.contact'))[0].n).toBe(n);
});

test('a counsellor refers to a confidential service; a handover at a serious risk stands in the register', async () => {
  const { contact } = await record(
    aCall({
      kind: 'NEED',
      needs: [{ category: 'psychosocial-support', kind: 'OTHER', outcome: 'MET', references: [shelter] }],
      handovers: [{ to: '911', mode: 'CALLED_FOR', basis: 'SERIOUS_RISK', result: 'TAKEN' }],
    }),
  );
  expect(contact.needs[0].references[0].service.id).toBe(shelter);
  const register = await ask(
    '{ seriousRiskRegister { totalCount edges { node { target { code } mode result } } } }',
    {},
    'PRIVACY_OFFICER',
  );
  expect(register.seriousRiskRegister).toMatchObject({ totalCount: 1, edges: [{ node: { target: { code: '911' }, mode: 'CALLED_FOR' } }] });
  const [entry] = await hub.db.query(`select act, facts from platform.audit_entry where act = 'handover:record'`);
  expect(entry.facts).toEqual({ target: '911', mode: 'CALLED_FOR', result: 'TAKEN' });
});

test('it may hold no need', async () => {
  expect(await record(aCall({ kind: 'SILENT', needs: [] }))).toMatchObject({ contact: { kind: 'SILENT', needs: [] } });
});

test('kinds of an event are its own while it runs; recorded in it, its gaps are its own', async () => {
  const opened = await ask(
    `mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }`,
    {
      input: {
        name: { fr: 'Verglas' },
        nature: 'ice storm',
        areas: [{ territory: 'laval', phase: 'RESPONSE' }],
        needKinds: [{ code: 'FIREWOOD', name: { fr: 'Bois de chauffage', en: 'Firewood' } }],
      },
    },
    'CENTRE_SUPERVISOR',
  );
  const crisisId = opened.openCrisis.crisis.id;
  const kinds = (await ask('query ($crisisId: ID) { needKinds(crisisId: $crisisId) { code name { fr } crisisId } }', { crisisId }))
    .needKinds;
  expect(kinds[0]).toEqual({ code: 'FIREWOOD', name: { fr: 'Bois de chauffage' }, crisisId });
  expect(kinds.map(({ code }: Answer) => code)).toContain('OTHER');
  const input = aCall({ crisisId, needs: [{ category: 'food', kind: 'FIREWOOD', outcome: 'UNMET', unmetReason: 'NO_SERVICE' }] });
  expect((await record(input)).contact.needs[0].gap).toMatchObject({ kind: 'FIREWOOD', count: 1 });
  expect(await record({ ...input, crisisId: null })).toMatchObject({ code: 'KIND_UNKNOWN', field: 'needs.0.kind' });
  await ask(
    'mutation ($input: ChangeCrisisPhaseInput!) { changeCrisisPhase(input: $input) { __typename } }',
    { input: { crisisId, phase: 'CLOSED', reason: 'Le courant est revenu' } },
    'CENTRE_SUPERVISOR',
  );
  expect(await record(input)).toMatchObject({ code: 'KIND_OF_A_CLOSED_EVENT', field: 'needs.0.kind' });
  expect((await ask('query ($crisisId: ID) { needKinds(crisisId: $crisisId) { code } }', { crisisId })).needKinds).not.toContainEqual({
    code: 'FIREWOOD',
  });
});

test('plain words become a kind and its category, in both languages; what is not recognized is nothing', async () => {
  const understand = async (text: string) =>
    (await ask('query ($text: String!) { understandNeed(text: $text) { kind { code } category { code } score } }', { text }))
      .understandNeed;
  expect((await understand('pu capable d’aller à l’épicerie'))[0]).toMatchObject({
    kind: { code: 'GROCERY_DELIVERY' },
    category: { code: 'food' },
  });
  expect((await understand('nothing left to eat, we are hungry'))[0]).toMatchObject({
    kind: { code: 'FOOD_AID' },
    category: { code: 'food' },
  });
  expect((await understand('devoirs'))[0]).toMatchObject({ kind: { code: 'OTHER' }, category: { code: 'education' } });
  expect(await understand('xyzzy')).toEqual([]);
});

test('a draft is kept as the call goes, is one’s own, and is forgotten once it is recorded', async () => {
  const draftId = '01900000-0000-7000-8000-000000000001';
  const keep = async (body: string, role: Role = 'COUNSELLOR') =>
    ask(
      `mutation ($input: KeepContactDraftInput!) { keepContactDraft(input: $input) { __typename ... on Refusal { code } ... on ContactDraftKept { draft { body } } } }`,
      { input: { draftId, body, begunAt: minutesAgo(3) } },
      role,
    );
  const mine = async (role: Role = 'COUNSELLOR') => (await ask('{ contactDrafts { id body } }', {}, role)).contactDrafts;
  await keep('{"language":"ar"}');
  await keep('{"language":"ar","needs":[1]}');
  expect((await mine()).map(({ body }: Answer) => JSON.parse(body))).toEqual([{ language: 'ar', needs: [1] }]);
  expect(await mine('CENTRE_SUPERVISOR')).toEqual([]);
  expect(await keep('{}', 'CENTRE_SUPERVISOR')).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await keep('[]')).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await keep(`{"a":"${'x'.repeat(65_536)}"}`)).toMatchObject({ keepContactDraft: { code: 'NEED_TEXT_TOO_LONG' } });
  await record(aCall({ draftId }));
  expect(await mine()).toEqual([]);
});

test('what is noted of a call as a whole is for who recorded it; one too long is refused beside its field', async () => {
  const noted = async (role: Role) =>
    (await ask('query ($since: DateTime!) { myContacts(since: $since) { id note } }', { since: minutesAgo(60) }, role)).myContacts;
  const { contact } = await record(aCall({ kind: 'INFORMATION', needs: [], language: 'it', note: ' Demande les heures de la mairie. ' }));
  expect((await noted('COUNSELLOR')).find(({ id }: Answer) => id === contact.id).note).toBe('Demande les heures de la mairie.');
  expect(await noted('CENTRE_SUPERVISOR')).toEqual([]);
  expect(await record(aCall({ note: 'x'.repeat(2_001) }))).toMatchObject({ code: 'NEED_TEXT_TOO_LONG', field: 'note' });
  const need = { category: 'health', kind: 'TAXI', outcome: 'MET' };
  await record(aCall({ language: 'it', note: 'À elle seule', needs: [need], caller: {} }));
  const input = { kind: 'TAXI', language: 'it' };
  const alike = await ask('query ($input: AlikeContactsInput!) { alikeContacts(input: $input) { note } }', { input }, 'CENTRE_SUPERVISOR');
  expect(alike).toEqual({ alikeContacts: [{ note: null }] });
});

test('what looks like the same caller again is offered', async () => {
  const alike = async (more: object = {}) =>
    (
      await ask('query ($input: AlikeContactsInput!) { alikeContacts(input: $input) { id } }', {
        input: { kind: 'TAXI', language: 'es', ageGroup: 'AGE_75_PLUS', neighbourhood: 'auteuil', ...more },
      })
    ).alikeContacts;
  const caller = { ageGroup: 'AGE_75_PLUS', neighbourhood: 'auteuil' };
  const need = { category: 'health', kind: 'TAXI', outcome: 'UNMET', unmetReason: 'NO_TRANSPORT' };
  const { contact } = await record(aCall({ language: 'es', caller, needs: [need] }));
  expect(await alike()).toEqual([{ id: contact.id }]);
  expect(await alike({ language: 'fr' })).toEqual([]);
  expect(await alike({ neighbourhood: 'vimont' })).toEqual([]);
});

test('only the 211 records; nobody reads another’s day', async () => {
  for (const role of ['PARTNER_EDITOR', 'MUNICIPAL_COORDINATOR', 'RESEARCHER', 'COMMITTEE_MEMBER', 'ADMINISTRATOR'] as const)
    expect(await ask(recording, { input: aCall() }, role, pain)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await (await hub.as()).ask(recording, { input: aCall() })).toMatchObject({ code: 'UNAUTHENTICATED' });
  const mine = async (role: Role) =>
    (await ask('query ($since: DateTime!) { myContacts(since: $since) { id } }', { since: minutesAgo(60) }, role)).myContacts.length;
  expect(await mine('COUNSELLOR')).toBeGreaterThan(5);
  expect(await mine('CENTRE_SUPERVISOR')).toBe(0);
});

test('what was typed freely is forgotten in time, and a call that nobody ended', async () => {
  const need = { category: 'food', kind: 'FOOD_AID', outcome: 'MET' };
  const long = { startedAt: minutesAgo(92 * 1_440), endedAt: minutesAgo(92 * 1_440) };
  await record(aCall({ ...long, note: 'De l’appel', needs: [{ ...need, note: 'Il y a longtemps' }] }));
  await record(aCall({ needs: [{ ...need, note: 'Aujourd’hui' }] }));
  await hub.db.query(
    `insert into needs.draft (id, account_id, body, begun_at, changed_at) select gen_random_uuid(), id, '{}', now(), now() - interval '8 days' from identity.account limit 1`,
  );
  expect(await hub.get(ForgetNotes).forget()).toMatchObject({ notes: 2, drafts: 1 });
  const rows = await hub.db.query(`select note from needs.need where note in ('Il y a longtemps', 'Aujourd’hui')`);
  expect(rows).toEqual([{ note: 'Aujourd’hui' }]);
});
