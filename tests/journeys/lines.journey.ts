import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, instantOf } from '#libs/directory';
import { act, comeIn, counsellor, coordinator, crisis, supervisor, turn, type Who } from '../support/lines.ts';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, take, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await comeIn(hub, [
    supervisor,
    counsellor,
    coordinator,
    ['PARTNER_EDITOR', pain],
    ['ADMINISTRATOR', bonnePage],
    ['COMMITTEE_MEMBER', pain],
  ]);
});
afterAll(() => hub?.close());

/** Each test is a week of its own. */
let week = 0;
beforeEach(() => void (week += 1));
const at = (weekday: number, time: string): string =>
  instantOf(addDays('2024-01-08', 7 * week + weekday), time, 'America/Toronto').toISOString(); // a Monday

const fields = `code name { fr en } number state byHours since toldAt toldBy aged waitSeconds waiting opensAt closesAt owner { id }
  days { date periods { opens closes } holiday { fr } note { fr } exceptional }`;
const asked = async (query: string, variables: object, who: Who, when: string): Promise<Answer> => {
  turn(hub, when);
  return (await hub.as(...who)).ask(query, variables);
};
const line = async (when: string, code = 'PHONE_211', who: Who = []): Promise<Answer> =>
  (await asked(`query ($code: String!) { line(code: $code) { ${fields} } }`, { code }, who, when)).line;
const tell = (when: string, input: object, who: Who = counsellor): Promise<Answer> => {
  turn(hub, when);
  return act(hub, 'tellLine', { code: 'PHONE_211', ...input }, `... on LineTold { line { ${fields} } }`, who);
};
const set = (name: string, when: string, input: object, who: Who = supervisor): Promise<Answer> => {
  turn(hub, when);
  return act(hub, name, input, `... on LineSet { line { ${fields} crisisId hours { byday opensAt closesAt } holidayRule } }`, who);
};

test('anybody sees the lines of 211, their hours, and what the clock makes of them', async () => {
  const monday = (await asked(`{ lines { ${fields} } }`, {}, [], at(0, '09:00'))).lines;
  expect(monday.map(({ code, state, byHours }: Answer) => [code, state, byHours])).toEqual([
    ['PHONE_211', 'OPEN', true],
    ['CHAT_211', 'OPEN', true],
  ]);
  expect(monday[0]).toMatchObject({
    name: { fr: '211 par téléphone' },
    number: '211',
    closesAt: at(0, '18:00'),
    opensAt: null,
    toldAt: null,
  });
  expect(monday[0].days).toHaveLength(7);
  expect(monday[1].days.map(({ periods }: Answer) => periods[0].closes)).toEqual([...Array(5).fill('18:00'), '15:30', '15:30']);
  expect(await line(at(5, '16:00'), 'CHAT_211')).toMatchObject({ state: 'CLOSED', byHours: true, opensAt: at(6, '08:00') });
  expect(await line(at(5, '16:00'))).toMatchObject({ state: 'OPEN' });
  expect(await line(at(0, '07:59'))).toMatchObject({ state: 'CLOSED', opensAt: at(0, '08:00'), closesAt: null });
  expect(await line(at(0, '09:00'), 'NOWHERE')).toBe(null);
});

test('a counsellor says how long people wait; everybody sees it at once; half an hour later it is not shown any more', async () => {
  const { position: after } = await (await hub.as()).ask('{ position }');
  const watched = take(
    (await hub.as()).watch(`subscription ($after: Position) { lineChanged(after: $after) { line { state waitSeconds } } }`, { after }),
    1,
  );
  const told = await tell(at(1, '09:00'), { state: 'BUSY', waitSeconds: 240, waiting: 6 });
  expect(told.line).toMatchObject({ state: 'BUSY', byHours: false, waitSeconds: 240, waiting: 6, toldBy: 'COUNSELLOR', aged: false });
  expect(await watched).toEqual([{ lineChanged: { line: { state: 'BUSY', waitSeconds: 240 } } }]);
  expect(await line(at(1, '09:29'))).toMatchObject({ waitSeconds: 240, toldBy: null, since: told.line.since }); // not who, to anybody
  expect(await line(at(1, '09:32'))).toMatchObject({ state: 'BUSY', aged: true, waitSeconds: null, waiting: null });
});

test('a telephone system that says the same again renews it; nobody is told anew, and the list of words stays short', async () => {
  const words = async () => (await hub.db.query(`select count(*)::int as n from lines.line_word where line_code = 'PHONE_211'`))[0].n;
  const events = async () => (await hub.db.query(`select count(*)::int as n from platform.event where kind = 'line-changed'`))[0].n;
  const first = await tell(at(1, '09:00'), { state: 'BUSY', waitSeconds: 60, idempotencyKey: `call-${week}` });
  const again = await tell(at(1, '09:01'), { state: 'BUSY', waitSeconds: 60, idempotencyKey: `call-${week}` });
  expect(again.line.toldAt).toBe(first.line.toldAt); // the same key: the same word
  const before = [await words(), await events()];
  for (let minute = 10; minute < 20; minute++) await tell(at(1, `09:${minute}`), { state: 'BUSY', waitSeconds: 60 });
  expect([await words(), await events()]).toEqual(before);
  const now = await line(at(1, '09:20'));
  expect([now.since, Date.parse(now.toldAt) > Date.parse(at(1, '09:18'))]).toEqual([first.line.since, true]);
  const more = await tell(at(1, '09:21'), { state: 'BUSY', waitSeconds: 90 });
  expect(more.line).toMatchObject({ since: first.line.since, waitSeconds: 90 }); // busy since then
  expect([await words(), await events()]).toEqual([before[0] + 1, before[1] + 1]);
  await tell(at(1, '09:22'), { state: 'BUSY', waitSeconds: 90 }, supervisor); // who says it is another
  expect([await words(), await events()]).toEqual([before[0] + 2, before[1] + 1]);
});

test('what was said yesterday is over this morning, but for a line that is down', async () => {
  await tell(at(1, '17:50'), { state: 'BUSY', waitSeconds: 600 });
  expect(await line(at(1, '18:00'))).toMatchObject({ state: 'CLOSED', byHours: true, opensAt: at(2, '08:00'), waitSeconds: null });
  expect(await line(at(2, '08:00'))).toMatchObject({ state: 'OPEN', byHours: true });
  await tell(at(2, '17:50'), { state: 'DOWN' });
  expect(await line(at(3, '08:00'))).toMatchObject({ state: 'DOWN', byHours: false });
  expect((await tell(at(3, '08:10'), { state: 'OPEN' })).line).toMatchObject({ state: 'OPEN', byHours: false });
});

test('a day may have hours of its own, and a holiday is said', async () => {
  const day = at(2, '12:00').slice(0, 10);
  const shown = (
    await set('setLineException', at(0, '09:00'), {
      code: 'CHAT_211',
      date: day,
      opensAt: '10:00',
      closesAt: '12:00',
      note: { fr: 'Formation' },
    })
  ).line;
  expect(shown.days[2]).toMatchObject({
    date: day,
    periods: [{ opens: '10:00', closes: '12:00' }],
    note: { fr: 'Formation' },
    exceptional: true,
  });
  expect(await line(at(2, '09:00'), 'CHAT_211')).toMatchObject({ state: 'CLOSED', opensAt: at(2, '10:00') });
  await set('setLineException', at(0, '09:00'), { code: 'CHAT_211', date: day });
  expect(await line(at(2, '11:00'), 'CHAT_211')).toMatchObject({ state: 'CLOSED', opensAt: at(3, '08:00') });
  await set('setLineException', at(0, '09:00'), { code: 'CHAT_211', date: day, usual: true });
  expect(await line(at(2, '11:00'), 'CHAT_211')).toMatchObject({ state: 'OPEN' });
  expect(await set('setLineException', at(0, '09:00'), { code: 'CHAT_211', date: day, opensAt: '10:00' })).toMatchObject({
    ...{ __typename: 'InvalidLine', code: 'LINE_HOURS_HALF_SAID', field: 'closesAt' },
  });
  const christmas = await line('2025-12-25T14:00:00Z');
  expect([christmas.state, christmas.days[0]]).toMatchObject([
    'OPEN',
    { date: '2025-12-25', holiday: { fr: expect.stringContaining('Noël') } },
  ]);
});

test('a crisis has a line of its own, with its owner, until it is taken out of service', async () => {
  const crisisId = await crisis(hub);
  const own = {
    code: 'COVID_19',
    name: { fr: 'Ligne COVID-19', en: 'COVID-19 line' },
    number: '1 877 644-4545',
    crisisId,
    ownerOrganizationId: bonnePage,
  };
  const always = await set('setLine', at(0, '09:00'), { ...own, hours: [] });
  expect(always.line).toMatchObject({ state: 'OPEN', opensAt: null, closesAt: null, days: [], owner: { id: bonnePage }, crisisId });
  const hours = [{ byday: ['MO', 'MO', 'TU'], opensAt: '22:00', closesAt: '06:00' }];
  const night = await set('setLine', at(0, '23:00'), { ...own, hours });
  expect(night.line).toMatchObject({ state: 'OPEN', closesAt: at(1, '06:00'), hours: [{ byday: ['MO', 'TU'] }], holidayRule: 'OPEN' });
  expect(await line(at(3, '09:00'), 'COVID_19')).toMatchObject({ state: 'CLOSED', opensAt: at(7, '22:00') });
  expect(await set('endLine', at(3, '09:00'), { code: 'COVID_19' })).toMatchObject({ __typename: 'LineSet', line: null });
  expect(await set('endLine', at(3, '09:00'), { code: 'COVID_19' })).toMatchObject({ code: 'LINE_NOT_FOUND' });
  expect(await tell(at(3, '09:00'), { code: 'COVID_19', state: 'OPEN' })).toMatchObject({
    __typename: 'LineNotFound',
    code: 'LINE_NOT_FOUND',
  });
  expect(await set('setLine', at(3, '09:00'), { ...own, hours: [], crisisId: await crisis(hub, true) })).toMatchObject({
    code: 'LINE_CRISIS_NOT_FOUND',
  });
});

test.each([
  ['waitSeconds', 'LINE_WAIT_OUT_OF_RANGE', { waitSeconds: -1 }],
  ['waiting', 'LINE_WAIT_OUT_OF_RANGE', { waiting: 10_001 }],
  ['waitSeconds', 'LINE_WAIT_WITHOUT_ANSWER', { state: 'DOWN', waitSeconds: 10 }],
])('a wrong %s is refused (%s)', async (field, code, input) => {
  expect(await tell(at(1, '09:00'), { state: 'OPEN', ...input })).toMatchObject({ __typename: 'InvalidLine', code, field });
});

test.each([
  ['code', 'LINE_CODE_NOT_VALID', { code: 'phone' }],
  ['name', 'LINE_NAME_MISSING', { name: { fr: ' ' } }],
  ['name.fr', 'LINE_TEXT_TOO_LONG', { name: { fr: 'a'.repeat(201) } }],
  ['number', 'LINE_NUMBER_NOT_VALID', { number: '<b>211</b>' }],
  ['url', 'LINE_URL_NOT_VALID', { url: 'javascript:alert(1)' }],
  ['ownerOrganizationId', 'LINE_OWNER_NOT_FOUND', { ownerOrganizationId: 'nobody' }],
  ['crisisId', 'LINE_CRISIS_NOT_FOUND', { crisisId: bonnePage }],
  ['hours.0.byday', 'LINE_DAYS_MISSING', { hours: [{ byday: [], opensAt: '09:00', closesAt: '10:00' }] }],
])('a line with a wrong %s is refused (%s)', async (field, code, input) => {
  const answer = await set('setLine', at(0, '09:00'), { code: 'TEXT_211', name: { fr: 'Texto' }, hours: [], ...input });
  expect(answer).toMatchObject({ __typename: 'InvalidLine', code, field });
});

test('who answers tells how it stands; who supervises sets it; nobody else does either', async () => {
  const input = { code: 'PHONE_211', name: { fr: '211' }, hours: [] };
  for (const who of [[], ['PARTNER_EDITOR', pain], coordinator, ['ADMINISTRATOR', bonnePage], ['COMMITTEE_MEMBER', pain]] as Who[]) {
    const code = who.length ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    expect(await tell(at(1, '09:00'), { state: 'OPEN' }, who)).toMatchObject({ code });
  }
  for (const who of [[], counsellor, coordinator, ['PARTNER_EDITOR', pain]] as Who[])
    for (const [name, given] of Object.entries({
      setLine: input,
      endLine: { code: 'PHONE_211' },
      setLineException: { code: 'PHONE_211', date: '2024-01-08' },
    }))
      expect(await set(name, at(0, '09:00'), given, who)).toMatchObject({ code: who.length ? 'FORBIDDEN' : 'UNAUTHENTICATED' });
  expect(await line(at(1, '09:00'))).toMatchObject({ state: 'OPEN', name: { fr: '211 par téléphone' } });
});
