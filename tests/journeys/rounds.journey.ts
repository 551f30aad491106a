import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Clock } from '#libs/kernel';
import { ForgetPersons } from '#libs/needs';
import { comeIn, coordinator, counsellor, supervisor, turn, type Who } from '../support/lines.ts';
import { asOwner, inDays, personsOn } from '../support/persons.ts';
import { pain, someServices } from '../support/region.ts';
import { type Answer, take, TestHub } from '../support/test-hub.ts';

const others: Who = ['CENTRE_SUPERVISOR', pain];

let hub: TestHub;
const { ask, round, readings } = personsOn({
  get hub() {
    return hub;
  },
});
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await comeIn(hub, [supervisor, counsellor, coordinator, others, ['PARTNER_EDITOR', pain]]);
});
afterAll(() => hub?.close());

const given = {
  ...{ name: 'Aînés seuls, canicule', givenBy: pain, legalBasis: 'Loi sur la sécurité civile, art. 51', tries: 2, endsAt: inDays(10) },
  script: { fr: 'Bonjour, ici le 211. Comment allez-vous ?', en: 'Hello, this is 211. How are you?' },
};
const open = (more: object = {}, who: Who = supervisor) => round('openRound', { ...given, ...more }, who);
const paste = (roundId: string, list: string, who: Who = supervisor) => round('importRoundEntries', { roundId, list }, who);
const claim = (roundId: string, who: Who = counsellor) => round('claimNextRoundEntry', { roundId }, who);
const result = (entryId: string, outcome: string, more: object = {}, who: Who = counsellor) =>
  round('recordRoundResult', { entryId, outcome, ...more }, who);
const person = (entryId: string, who: Who = counsellor) =>
  ask('query ($id: ID!) { roundPerson(entryId: $id) { state name phone address language note } }', { id: entryId }, who);
const three =
  'nom;téléphone;adresse;langue;note\nMme Zéphirine;450 555-0171;1, rue A;fr;Marche avec une canne\nM. Paul;450 555-0172;2, rue B\nRésidence C;450 555-0173;3, rue C;en';
const withThree = async (more: object = {}): Promise<string> => {
  const { id } = (await open(more)).round;
  await paste(id, three);
  return id;
};

test('a list that was given is pasted; what cannot be read is told by its line, and the rest goes in', async () => {
  const { round: opened } = await open();
  expect(opened).toMatchObject({ ...{ name: given.name, legalBasis: given.legalBasis, script: given.script }, givenBy: { id: pain }, closedAt: null, certificate: null, progress: { total: 0 } }); // prettier-ignore
  const pasted = await paste(opened.id, `${three}\nSans numéro;;4, rue D\nMme Zéphirine;4505550171;1, rue A`);
  expect(pasted).toMatchObject({ added: 3, faults: [{ line: 5, kind: 'NUMBER_NOT_VALID' }, { line: 6, kind: 'TWICE' }], round: { progress: { total: 3, waiting: 3, ready: 3 } } }); // prettier-ignore
  expect(await paste(opened.id, three)).toMatchObject({ added: 0, faults: [{ kind: 'TWICE' }, { kind: 'TWICE' }, { kind: 'TWICE' }] });
  const rows = Array.from({ length: 501 }, (_, n) => `Nom;450 556-${String(n).padStart(4, '0')}`).join('\n');
  expect(await paste(opened.id, rows)).toMatchObject({ __typename: 'InvalidPerson', code: 'ROUND_LIST_TOO_LONG', field: 'list' });
});

test('each gets another one to call, one at a time; who it is, only who has taken it reads, and that is written down', async () => {
  const id = await withThree();
  const [{ entry: one }, { entry: two }] = await Promise.all([claim(id), claim(id, supervisor)]);
  expect(one.id).not.toBe(two.id);
  expect((await claim(id)).entry.id).toBe(one.id);
  expect((await ask('query ($id: ID!) { myRoundEntry(roundId: $id) { id claim { mine } } }', { id })).myRoundEntry).toEqual({ id: one.id, claim: { mine: true } }); // prettier-ignore
  const [mine, theirs] = [(await person(one.id)).roundPerson, (await person(two.id)).roundPerson];
  expect(mine).toMatchObject({ state: 'READABLE', phone: expect.stringMatching(/^450 555-017[123]$/) });
  expect(theirs).toBeNull();
  expect(await readings('person:call-round', one.id)).toHaveLength(1);
  expect(await person(one.id, others)).toEqual({ roundPerson: null });
  expect(await person(one.id, coordinator)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await readings('person:call-round', one.id)).toHaveLength(1);
  expect(await hub.db.query('select * from needs.round_person')).toEqual([]);
  expect(await result(two.id, 'SAFE')).toMatchObject({ __typename: 'NotToCall', code: 'ROUND_ENTRY_NOT_YOURS' });
});

test('its progress is heard as it goes on, within the organization', async () => {
  const id = await withThree();
  const { position: after } = await ask('{ position }');
  const watch = async (who: Who) =>
    (await hub.as(...who)).watch('subscription ($after: Position) { roundChanged(after: $after) { roundId } }', { after });
  const [watched, elsewhere] = [take(await watch(supervisor), 2), take(await watch(others), 1, 1_500)];
  const { entry } = await claim(id);
  const { round: now, entry: settled } = await result(entry.id, 'SAFE');
  expect(settled).toMatchObject({ state: 'DONE', outcome: 'SAFE', tries: 1, claim: null });
  expect(now.progress).toMatchObject({ total: 3, waiting: 2, safe: 1 });
  expect(await watched).toEqual([1, 2].map(() => ({ roundChanged: { roundId: id } })));
  expect(await elsewhere).toEqual([]);
  expect(await result(entry.id, 'SAFE')).toMatchObject({ code: 'ROUND_ENTRY_DONE' });
});

test('who needs help is heard: a need is flagged or a handover stands, and one of them must', async () => {
  const id = await withThree();
  const { entry } = await claim(id);
  expect(await result(entry.id, 'NEEDS_HELP')).toMatchObject({ __typename: 'NotToCall', code: 'ROUND_HELP_MISSING', field: 'needs' });
  expect(await result(entry.id, 'NEEDS_HELP', { needs: [{ category: 'food', kind: 'NOTHING', outcome: 'UNMET' }] })).toMatchObject({
    code: 'KIND_UNKNOWN',
  });
  const needs = [{ category: 'food', kind: 'MASKS', outcome: 'UNMET', unmetReason: 'NO_SERVICE' }];
  const handovers = [{ to: '811-1', mode: 'WARM', basis: 'CONSENT', result: 'TAKEN' }];
  expect((await result(entry.id, 'NEEDS_HELP', { needs, handovers, neighbourhood: 'auteuil' })).entry).toMatchObject({
    outcome: 'NEEDS_HELP',
  });
  const [gap] = await hub.db.query(`select count from needs.gap where kind = 'MASKS' and territory = 'auteuil'`);
  expect(gap.count).toBe(1);
  const [kept] = await hub.db.query(
    'select target from needs.handover join needs.round_entry on help_contact_id = contact_id where round_entry.id = $1',
    [entry.id],
  );
  expect(kept.target).toBe('811-1');
});

test('after its tries without an answer a visit is requested, and who opens rounds says how it went', async () => {
  const { id } = (await open()).round;
  await paste(id, 'Mme Zéphirine;450 555-0171;1, rue A');
  const { entry } = await claim(id);
  expect((await result(entry.id, 'NO_ANSWER')).entry).toMatchObject({ state: 'WAITING', tries: 1, claim: null });
  expect((await claim(id)).entry).toBeNull();
  await asOwner(hub.databaseUrl, 'update needs.round_entry set next_at = $2 where id = $1', [entry.id, inDays(-0.01)]); // two hours pass
  expect((await claim(id)).entry.id).toBe(entry.id);
  const second = await result(entry.id, 'NO_ANSWER');
  expect(second).toMatchObject({ entry: { state: 'VISIT_REQUESTED', tries: 2 }, round: { progress: { visitRequested: 1, waiting: 0 } } });
  const visits = (who: Who) => ask('query ($id: ID!) { roundEntries(roundId: $id, states: [VISIT_REQUESTED]) { id place } }', { id }, who);
  expect((await visits(supervisor)).roundEntries).toMatchObject([{ id: entry.id }]);
  expect(await visits(counsellor)).toMatchObject({ code: 'FORBIDDEN' });
  expect((await person(entry.id, supervisor)).roundPerson.address).toBe('1, rue A');
  expect(await result(entry.id, 'SAFE')).toMatchObject({ code: 'ROUND_ENTRY_NOT_YOURS' });
  expect((await result(entry.id, 'SAFE', {}, supervisor)).entry).toMatchObject({ state: 'DONE', outcome: 'SAFE' });
});

test('closed, every key is destroyed; one line says how many and when, and the figures stay', async () => {
  const id = await withThree();
  const { entry } = await claim(id);
  await result(entry.id, 'REFUSED');
  const { round: closed } = await round('closeRound', { roundId: id }, supervisor);
  expect(closed).toMatchObject({
    certificate: { destroyed: 3, why: 'CLOSED', at: expect.any(String) },
    progress: { total: 3, refused: 1, waiting: 2 },
  });
  expect((await person(entry.id, supervisor)).roundPerson).toEqual({
    state: 'DESTROYED',
    name: null,
    phone: null,
    address: null,
    language: null,
    note: null,
  });
  expect(await claim(id)).toMatchObject({ __typename: 'NotToCall', code: 'ROUND_OVER', message: expect.stringContaining('détruites') });
  expect(await paste(id, three)).toMatchObject({ code: 'ROUND_OVER' });
  const [{ n }] = await hub.db.query(`select count(*)::int as n from platform.data_key key join needs.round_entry on data_key_id = key.id where round_id = $1 and wrapped is not null`, [id]); // prettier-ignore
  expect(n).toBe(0);
  const closedOnes = (await ask('{ rounds(closed: true) { id } }')).rounds.map((one: Answer) => one.id);
  expect(closedOnes).toContain(id);
});

test('on its day it ends by itself; nobody is read from then on, whether or not its keys are destroyed yet', async () => {
  const id = await withThree({ endsAt: inDays(0.02) });
  const { entry } = await claim(id);
  const now = hub.get(Clock).now;
  turn(hub, inDays(0.021));
  expect((await person(entry.id, supervisor)).roundPerson).toMatchObject({ state: 'DESTROYED', name: null });
  expect(await claim(id)).toMatchObject({ code: 'ROUND_OVER' });
  expect(await hub.get(ForgetPersons).forget()).toBeGreaterThan(2);
  hub.get(Clock).now = now;
  expect((await ask('query ($id: ID!) { round(id: $id) { certificate { destroyed why } } }', { id })).round.certificate).toEqual({
    destroyed: 3,
    why: 'END_DATE',
  });
});

test('who may not open, paste or close is told no; another organization’s round is none', async () => {
  const id = await withThree();
  for (const who of [counsellor, coordinator, ['PARTNER_EDITOR', pain]] as Who[]) {
    expect(await open({}, who)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await paste(id, three, who)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await round('closeRound', { roundId: id }, who)).toMatchObject({ code: 'FORBIDDEN' });
  }
  expect(await claim(id, coordinator)).toMatchObject({ code: 'FORBIDDEN' });
  for (const answer of [await paste(id, three, others), await round('closeRound', { roundId: id }, others), await claim(id, others)])
    expect(answer).toMatchObject({ __typename: 'PersonNotFound', code: 'ROUND_NOT_FOUND' });
  expect((await ask('{ rounds { id } }', {}, others)).rounds).toEqual([]);
  expect(await ask('query ($id: ID!) { round(id: $id) { id } }', { id }, others)).toEqual({ round: null });
  const { entry } = await claim(id);
  expect(await result(entry.id, 'SAFE', {}, others)).toMatchObject({ code: 'ROUND_ENTRY_NOT_FOUND' });
});

test.each([
  ['name', 'InvalidPerson', { name: ' ' }],
  ['legalBasis', 'InvalidPerson', { legalBasis: '' }],
  ['script.fr', 'InvalidPerson', { script: {} }],
  ['endsAt', 'InvalidPerson', { endsAt: inDays(-1) }],
  ['endsAt', 'InvalidPerson', { endsAt: inDays(400) }],
  ['givenBy', 'UnknownCode', { givenBy: '00000000-0000-7000-8000-00000000ffff' }],
])('without a right %s no round is opened (%s)', async (field, type, more) =>
  expect(await open(more)).toMatchObject({ __typename: type, field, message: expect.any(String) }),
);

test('many at once each get another one, and none is called twice', async () => {
  const { id } = (await open()).round;
  await paste(id, Array.from({ length: 6 }, (_, n) => `Nom ${n};450 555-02${10 + n}`).join('\n'));
  const counsellors: Who[] = [counsellor, supervisor];
  const sibling = await TestHub.start(hub);
  const there = personsOn({ hub: sibling });
  const called: string[] = [];
  for (let turns = 0; turns < 3; turns++) {
    const claims = await Promise.all([claim(id, counsellors[0]), there.round('claimNextRoundEntry', { roundId: id }, counsellors[1]!)]);
    called.push(...claims.map(({ entry }) => entry.id));
    await Promise.all(claims.map(({ entry }, n) => result(entry.id, 'SAFE', {}, counsellors[n])));
  }
  expect(new Set(called).size).toBe(6);
  expect((await claim(id)).entry).toBeNull();
  await sibling.close();
});
