import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AddMembership, CreateAccount, CreateToken } from '#libs/identity';
import { DevelopmentMailbox } from '#libs/platform';
import { act, coordinator, counsellor, supervisor, type Who } from '../support/lines.ts';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, take, TestClient, TestHub, until } from '../support/test-hub.ts';

let hub: TestHub;
const people = new Map<string, TestClient>();
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  for (const name of ['ana', 'ben', 'chloe', 'dev']) {
    const email = `${name}@test.invalid`;
    const { accountId } = await hub.get(CreateAccount).run({ email, displayName: name, language: name === 'ben' ? 'en' : 'fr' });
    await hub.get(AddMembership).run({ accountId, organizationId: pain, role: 'PARTNER_EDITOR', territories: [] });
    const { token } = await hub.get(CreateToken).run({ email, name: 'test', ttlMs: 3_600_000 });
    people.set(name, new TestClient(hub.url, token));
  }
});
afterAll(() => hub?.close());

const hours = (n: number): string => new Date(Date.now() + n * 3_600_000).toISOString();
const enrol = (name: string, input: object = {}, who: Who = supervisor): Promise<Answer> =>
  act(
    hub,
    'setRosterEntry',
    { email: `${name}@test.invalid`, languages: ['fr'], ...input },
    '... on RosterEntrySet { entry { id name languages trainings { code on } shifts { byday begins ends } } }',
    who,
  );
const called = 'callUp { id line { code } wanted confirmed counts { called yes no later pending } called { name answer } endedAt }';
const callUp = (input: object = {}, who: Who = supervisor): Promise<Answer> =>
  act(
    hub,
    'callUpRoster',
    { lineCode: 'PHONE_211', from: hours(2), to: hours(6), count: 1, ...input },
    `... on RosterCalledUp { ${called} }`,
    who,
  );
const mine = 'callUp { id answer filled over line { code } }';
const answers = async (name: string, callUpId: string, answer: string): Promise<Answer> => {
  const query = `mutation ($input: AnswerCallUpInput!) { answerCallUp(input: $input) { __typename ... on Refusal { code message } ... on CallUpAnswered { ${mine} } } }`;
  const said = await people.get(name)!.ask(query, { input: { callUpId, answer } });
  return said.answerCallUp ?? said;
};
const read = async (id: string): Promise<Answer> =>
  (await (await hub.as(...supervisor)).ask(`query ($id: ID!) { ${called.replace('callUp {', 'callUp(id: $id) {')} }`, { id })).callUp;
const letters = (): Answer[] => hub.get(DevelopmentMailbox).received as Answer[];
const letterTo = async (name: string): Promise<string> => {
  const find = () => letters().findLast(letter => JSON.stringify(letter).includes(`${name}@test.invalid`));
  await until(() => find() !== undefined);
  return JSON.stringify(find());
};
/** Of the letter that calls up for this one. */
async function tokenFor(name: string, callUpId: string): Promise<string> {
  const query = 'query ($token: String!) { callUpByLink(token: $token) { id } }';
  let found: string | undefined;
  await until(async () => {
    const theirs = letters().map(letter => JSON.stringify(letter)).filter(letter => letter.includes(`${name}@test.invalid`)); // prettier-ignore
    for (const [, token] of theirs.map(letter => /call-up\/([\w-]{43})/.exec(letter)!))
      if ((await (await hub.as()).ask(query, { token })).callUpByLink?.id === callUpId) found = token;
    return found !== undefined;
  });
  return found!;
}
const leave = () => hub.db.query('update lines.roster_entry set ended_at = now() where ended_at is null');

test('who can be called up is known by their languages, their training and their hours', async () => {
  const shifts = [{ byday: ['MO', 'TU'], begins: '17:00', ends: '23:00' }];
  const trainings = [{ code: 'ONLINE_211', on: '2026-02-01' }];
  const { entry } = await enrol('ana', { languages: ['fr', 'AR', 'fr'], trainings, shifts });
  expect(entry).toMatchObject({ name: 'ana', languages: ['fr', 'ar'], trainings, shifts });
  const again = await enrol('ana', { languages: ['es'] });
  expect(again.entry).toMatchObject({ id: entry.id, languages: ['es'], trainings: [], shifts: [] }); // in place of what was said
  const { roster } = await (await hub.as(...counsellor)).ask('{ roster { id name } }');
  expect(roster).toEqual([{ id: entry.id, name: 'ana' }]);
  const end = () => act(hub, 'endRosterEntry', { entryId: entry.id }, '... on RosterEntryEnded { entryId }');
  expect([await end(), await end()]).toMatchObject([
    { entryId: entry.id },
    { __typename: 'RosterEntryNotFound', code: 'ROSTER_ENTRY_NOT_FOUND' },
  ]);
});

test('those who fit are asked by mail, each in their language, with a link that answers; the supervisor sees it counted', async () => {
  await enrol('ana', { languages: ['fr', 'ar'], trainings: [{ code: 'ONLINE_211', on: '2026-02-01' }] });
  await enrol('ben', { languages: ['en', 'ar'], trainings: [{ code: 'ONLINE_211', on: '2026-02-01' }] });
  await enrol('chloe', { languages: ['fr'], trainings: [{ code: 'ONLINE_211', on: '2026-02-01' }] });
  await enrol('dev', { languages: ['ar'] });
  const { position: after } = await (await hub.as()).ask('{ position }');
  const watched = take(
    (await hub.as(...counsellor)).watch('subscription ($after: Position) { callUpChanged(after: $after) { callUp { id } } }', { after }),
    2,
  );
  const made = (await callUp({ count: 2, languages: ['ar'], trainings: ['ONLINE_211'] })).callUp;
  expect(made).toMatchObject({ line: { code: 'PHONE_211' }, wanted: 2, confirmed: 0, counts: { called: 2, pending: 2 } });
  const [ana, ben] = [await letterTo('ana'), await letterTo('ben')];
  expect([ana.includes('renfort'), ben.includes('needs more people')]).toEqual([true, true]);
  expect(letters().filter(letter => /chloe|dev@/.test(JSON.stringify(letter)))).toEqual([]);

  const [, token] = /call-up\/([\w-]{43})/.exec(ben)!;
  const page = async (init?: RequestInit, path = '') =>
    fetch(`${hub.url}/call-up/${token}${path}?lang=en`, { redirect: 'manual', ...init });
  for (const method of ['GET', 'HEAD']) expect((await page({ method })).status).toBe(200);
  expect((await read(made.id)).counts).toMatchObject({ pending: 2 }); // who only looks changes nothing
  expect(await (await page()).text()).toContain('Yes, I am coming');
  const answered = await page({ method: 'POST' }, '/yes');
  expect([answered.status, await answered.text()]).toEqual([200, expect.stringContaining('you are coming')]);
  expect(await read(made.id)).toMatchObject({ confirmed: 1, counts: { yes: 1, pending: 1 }, called: [{ name: 'ben', answer: 'YES' }, { name: 'ana', answer: null }] }); // prettier-ignore
  expect(await watched).toHaveLength(2);
  const byLink = await (
    await hub.as()
  ).ask('query ($token: String!) { callUpByLink(token: $token) { answer filled over line { code } } }', { token });
  expect(byLink.callUpByLink).toEqual({ answer: 'YES', filled: false, over: false, line: { code: 'PHONE_211' } });
});

test('in the app one finds one’s own call-ups, and may change one’s mind until the end', async () => {
  await leave();
  await enrol('ana');
  const { id } = (await callUp()).callUp;
  const { myCallUps } = await people.get('ana')!.ask(`{ myCallUps { id answer } }`);
  expect(myCallUps.find((one: Answer) => one.id === id)).toEqual({ id, answer: null });
  expect((await answers('ana', id, 'LATER')).callUp).toMatchObject({ answer: 'LATER' });
  expect((await answers('ana', id, 'YES')).callUp).toMatchObject({ answer: 'YES', filled: false });
  expect((await answers('ana', id, 'YES')).callUp).toMatchObject({ answer: 'YES' });
  expect(await read(id)).toMatchObject({ confirmed: 1 }); // once, however often it is said
  expect((await answers('ana', id, 'NO')).callUp).toMatchObject({ answer: 'NO' });
  expect(await read(id)).toMatchObject({ confirmed: 0, counts: { no: 1 } });
  expect(await answers('ben', id, 'YES')).toMatchObject({ __typename: 'CallUpNotFound', code: 'CALL_UP_NOT_FOUND' }); // nobody asked him
  expect((await people.get('ben')!.ask('{ myCallUps { id } }')).myCallUps.some((one: Answer) => one.id === id)).toBe(false);
});

test('two answer at once for the last place: one has it, the other is told that it is filled; a place let go can be had again', async () => {
  await leave();
  for (const name of ['ana', 'ben', 'chloe', 'dev']) await enrol(name);
  const { id } = (await callUp({ count: 2 })).callUp;
  const all = await Promise.all(['ana', 'ben', 'chloe', 'dev'].map(name => answers(name, id, 'YES')));
  const types = all.map(({ __typename }) => __typename);
  expect(types.toSorted()).toEqual(['CallUpAnswered', 'CallUpAnswered', 'CallUpFilled', 'CallUpFilled']);
  expect(all.find(({ code }) => code)).toMatchObject({ code: 'CALL_UP_FILLED', message: expect.stringContaining('comblé') });
  expect(await read(id)).toMatchObject({ confirmed: 2, counts: { yes: 2, pending: 2 } });
  await expect(hub.db.query('update lines.call_up set confirmed = confirmed + 1 where id = $1', [id])).rejects.toThrow('check constraint');
  const [winner, loser] = ['CallUpAnswered', 'CallUpFilled'].map(type => ['ana', 'ben', 'chloe', 'dev'][types.indexOf(type)]!) as [
    string,
    string,
  ];
  await answers(winner, id, 'NO');
  expect((await answers(loser, id, 'YES')).callUp).toMatchObject({ answer: 'YES' });
});

test('once it has ended nobody is awaited, by the app or by the link', async () => {
  await leave();
  await enrol('chloe');
  const { id } = (await callUp()).callUp;
  const token = await tokenFor('chloe', id);
  const end = () => act(hub, 'endCallUp', { callUpId: id }, `... on CallUpEnded { ${called} }`);
  expect((await end()).callUp.endedAt).toEqual(expect.any(String));
  expect(await end()).toMatchObject({ __typename: 'CallUpOver', code: 'CALL_UP_IS_OVER' });
  expect(await answers('chloe', id, 'YES')).toMatchObject({ __typename: 'CallUpOver' });
  const byLink = await (
    await hub.as()
  ).ask(`mutation ($input: AnswerCallUpByLinkInput!) { answerCallUpByLink(input: $input) { __typename } }`, {
    input: { token, answer: 'YES' },
  });
  expect(byLink.answerCallUpByLink.__typename).toBe('CallUpOver');
  expect(await (await fetch(`${hub.url}/call-up/${token}`)).text()).not.toContain('<button');
  const none = await act(hub, 'answerCallUpByLink', { token: 'none', answer: 'YES' }, '', []);
  expect(none).toMatchObject({ __typename: 'LinkNotValid', code: 'LINK_NOT_VALID' });
  expect((await fetch(`${hub.url}/call-up/none`)).status).toBe(404);
  const { callUps } = await (await hub.as(...supervisor)).ask('{ callUps(past: true) { id } }');
  expect(callUps.map((one: Answer) => one.id)).toContain(id);
});

test.each([
  ['to', 'CALL_UP_ENDS_BEFORE_IT_BEGINS', { to: hours(1) }],
  ['to', 'CALL_UP_HAS_PASSED', { from: hours(-3), to: hours(-2) }],
  ['to', 'CALL_UP_TOO_LONG', { to: hours(24 * 8) }],
  ['count', 'CALL_UP_COUNT_OUT_OF_RANGE', { count: 0 }],
  ['languages', 'CALL_UP_NOBODY', { languages: ['kl'] }],
  ['lineCode', 'LINE_NOT_FOUND', { lineCode: 'NOWHERE' }],
])('a call-up with a wrong %s is refused (%s)', async (field, code, input) => {
  await enrol('ana');
  expect(await callUp(input)).toMatchObject({ code, field });
});

test.each([
  ['email', 'ROSTER_ACCOUNT_NOT_FOUND', { email: 'nobody@test.invalid' }],
  ['languages', 'ROSTER_LANGUAGES_MISSING', { languages: [] }],
  ['shifts.0.byday', 'ROSTER_DAYS_MISSING', { shifts: [{ byday: [], begins: '08:00', ends: '12:00' }] }],
  ['trainings', 'ROSTER_TOO_MANY', { trainings: Array(31).fill({ code: 'A', on: '2026-01-01' }) }],
])('an entry with a wrong %s is refused (%s)', async (field, code, input) => {
  expect(await enrol('ana', input)).toMatchObject({ __typename: 'InvalidRosterEntry', code, field });
});

test('who supervises manages the roster; who answers lines sees it; nobody else does either', async () => {
  const managed = (who: Who) => Promise.all([
    enrol('ana', {}, who),
    act(hub, 'endRosterEntry', { entryId: pain }, '', who),
    callUp({}, who),
    act(hub, 'endCallUp', { callUpId: pain }, '', who),
  ]); // prettier-ignore
  for (const who of [[], counsellor, coordinator, ['PARTNER_EDITOR', pain], ['ADMINISTRATOR', bonnePage]] as Who[])
    expect(await managed(who)).toMatchObject(Array(4).fill({ code: who.length ? 'FORBIDDEN' : 'UNAUTHENTICATED' }));
  for (const who of [[], coordinator, ['PARTNER_EDITOR', pain]] as Who[])
    for (const query of ['{ roster { id } }', '{ callUps { id } }', `{ callUp(id: "${pain}") { id } }`])
      expect(await (await hub.as(...who)).ask(query)).toMatchObject({ code: who.length ? 'FORBIDDEN' : 'UNAUTHENTICATED' });
  expect(await act(hub, 'answerCallUp', { callUpId: pain, answer: 'YES' }, '', [])).toMatchObject({ code: 'UNAUTHENTICATED' });
});
