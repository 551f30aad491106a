import { createServer } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { addressOf, newSubjects, put, states, writes } from '../support/letters.ts';
import { freePort, MailSink } from '../support/mail-sink.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

const LETTER = 'test-letter';
const left: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of left.splice(0).reverse()) await end();
});

/** An hour of production, in seconds. */
const FANAL_LIMITS = JSON.stringify({
  outgoingPauseMs: 300,
  outgoingPauseMostMs: 3_000,
  lanePauseMs: 300,
  lanePauseMostMs: 1_200,
  mailAnswerMs: 1_500,
  mailConnectMs: 1_000,
});

async function hubTo(port: number, env: Record<string, string> = {}): Promise<TestHub> {
  const hub = await TestHub.start(undefined, { SMTP_URL: `smtp://127.0.0.1:${port}`, FANAL_LIMITS, LOG_LEVEL: 'silent', ...env });
  left.push(() => hub.close());
  return hub;
}

async function server(port?: number): Promise<MailSink> {
  const mails = new MailSink(port ?? (await freePort()));
  await mails.open();
  left.push(() => mails.close());
  return mails;
}

const rows = (hub: TestHub): Promise<Answer[]> => hub.db.query('select * from platform.outgoing where template = $1 order by id', [LETTER]);
const lane = async (hub: TestHub): Promise<Answer> => (await hub.db.query(`select * from platform.lane where channel = 'MAIL'`))[0];
const eachOnce = (subjects: readonly string[]) => subjects.map(subject => [addressOf(subject), 1]).sort();

test('away for long: it is tried seldom, nobody’s tries are burnt, and all of it leaves soon after it is back', async () => {
  const port = await freePort();
  let connections = 0;
  const refusing = createServer(socket => void (connections++, socket.destroy())).listen(port, '127.0.0.1');
  const hub = await hubTo(port);
  writes(hub, LETTER);
  const subjects = newSubjects(200);
  const begun = performance.now();
  await put(hub, LETTER, subjects);
  await until(async () => (await lane(hub)).failures >= 3);
  const seconds = (performance.now() - begun) / 1_000;
  expect(connections).toBeLessThan(2 + seconds / 0.3); // its least pause, compressed from a second
  const waiting = await rows(hub);
  expect(new Set(waiting.map(({ state, tries }) => `${state} ${tries}`))).toEqual(new Set(['PENDING 0']));
  expect(await lane(hub)).toMatchObject({ last_error: 'ECONNECTION', closed_since: expect.any(Date) });

  await new Promise(done => refusing.close(done));
  const mails = await server(port);
  await until(async () => (await states(hub, LETTER)).SENT === 200);
  expect([...mails.counts].sort()).toEqual(eachOnce(subjects));
  expect(await lane(hub)).toMatchObject({ closed_since: null, failures: 0 });
});

test('it takes connections and says nothing: the lane closes, whoever asks for something waits for nobody', async () => {
  const port = await freePort();
  const sockets: { destroy(): void }[] = [];
  const silent = createServer(socket => void sockets.push(socket.on('error', () => undefined))).listen(port, '127.0.0.1');
  left.push(() => new Promise(done => (sockets.forEach(each => each.destroy()), silent.close(done))));
  const hub = await hubTo(port);
  writes(hub, LETTER);
  await put(hub, LETTER, newSubjects(20));
  await until(async () => (await lane(hub)).failures >= 2);
  expect(await lane(hub)).toMatchObject({ last_error: 'ETIMEDOUT' });
  const begun = performance.now();
  await put(hub, LETTER, newSubjects(1));
  expect(performance.now() - begun).toBeLessThan(500);
  expect(await states(hub, LETTER)).toEqual({ PENDING: 21 });
});

test('it is slow: all of it leaves, each once, on no more lines than are set, and the lane stays open', async () => {
  const mails = await server();
  mails.answerAfterMs = 300;
  const hub = await hubTo(mails.port);
  writes(hub, LETTER);
  const subjects = newSubjects(25);
  await put(hub, LETTER, subjects);
  await until(async () => (await states(hub, LETTER)).SENT === 25);
  expect([...mails.counts].sort()).toEqual(eachOnce(subjects));
  expect(mails.connections).toBe(5);
  expect(await lane(hub)).toMatchObject({ closed_since: null, failures: 0 });
});

test('it says 421 and that it is closing: that is of the server, not of the letter', async () => {
  const mails = await server();
  mails.answerToRecipient = () => 421;
  const hub = await hubTo(mails.port);
  writes(hub, LETTER);
  await put(hub, LETTER, newSubjects(5));
  await until(async () => (await lane(hub)).failures >= 2);
  expect((await rows(hub)).map(({ tries }) => tries)).toEqual([0, 0, 0, 0, 0]);
  mails.answerToRecipient = () => undefined;
  await until(async () => (await states(hub, LETTER)).SENT === 5);
});

test('some recipients are refused: those are dead at once with the server’s code, the others have their letter', async () => {
  const mails = await server();
  const subjects = newSubjects(60);
  const bad = new Set(subjects.filter((_, n) => n % 10 === 0).map(addressOf));
  mails.answerToRecipient = to => (bad.has(to) ? 550 : undefined);
  const hub = await hubTo(mails.port);
  const told = writes(hub, LETTER);
  await put(hub, LETTER, subjects);
  await until(async () => (await states(hub, LETTER)).PENDING === undefined && (await states(hub, LETTER)).HANDED === undefined);
  expect(await states(hub, LETTER)).toEqual({ SENT: 54, DEAD: 6 });
  const dead = (await rows(hub)).filter(({ state }) => state === 'DEAD');
  expect(dead.every(({ last_error, tries }) => last_error === 'SMTP_550' && tries === 1)).toBe(true);
  expect(told.filter(({ outcome }) => outcome === 'DEAD').map(({ code }) => code)).toEqual(Array(6).fill('SMTP_550'));
  expect(mails.connections).toBeLessThanOrEqual(5);
  expect((await lane(hub)).closed_since).toBeNull();
});

test('greylisting: each is tried again after its own pause, on an open lane', async () => {
  const mails = await server();
  const met = new Set<string>();
  mails.answerToRecipient = to => (met.has(to) ? undefined : (met.add(to), 451));
  const hub = await hubTo(mails.port);
  writes(hub, LETTER);
  const subjects = newSubjects(30);
  await put(hub, LETTER, subjects);
  await until(async () => (await states(hub, LETTER)).SENT === 30);
  expect([...mails.counts].sort()).toEqual(eachOnce(subjects));
  expect((await rows(hub)).every(({ tries }) => tries === 2)).toBe(true);
});

test('refused for now again and again: in the end it is dead, and says why', async () => {
  const mails = await server();
  mails.answerTo = () => 452;
  const limits = { ...JSON.parse(FANAL_LIMITS), outgoingTries: 3, outgoingPauseMs: 50 };
  const hub = await hubTo(mails.port, { FANAL_LIMITS: JSON.stringify(limits) });
  const told = writes(hub, LETTER);
  await put(hub, LETTER, newSubjects(1));
  await until(async () => (await states(hub, LETTER)).DEAD === 1);
  expect(mails.taken).toHaveLength(3);
  expect(told).toMatchObject([{ outcome: 'DEAD', code: 'SMTP_452' }]);
});

test('cut after the dot: it is sent again under the same Message-ID, which is all that SMTP allows', async () => {
  const mails = await server();
  const cut = new Set<string>();
  mails.answerTo = ({ to }) => (cut.has(to) ? undefined : (cut.add(to), 'cut'));
  const hub = await hubTo(mails.port);
  writes(hub, LETTER);
  const subjects = newSubjects(3);
  await put(hub, LETTER, subjects);
  await until(async () => (await states(hub, LETTER)).SENT === 3);
  for (const subject of subjects) {
    const both = mails.taken.filter(({ to }) => to === addressOf(subject)).map(({ messageId }) => messageId);
    expect(both).toHaveLength(2);
    expect(both[0]).toBe(both[1]);
  }
});

test('it does not want our own address: nobody’s letter dies of it, and the lane says so', async () => {
  const mails = new MailSink(await freePort(), {
    onMailFrom: (_, __, done) => done(Object.assign(new Error('not from you'), { responseCode: 553 })),
  });
  await mails.open();
  left.push(() => mails.close());
  const hub = await hubTo(mails.port);
  writes(hub, LETTER);
  await put(hub, LETTER, newSubjects(3));
  await until(async () => (await lane(hub)).failures >= 2);
  expect(await lane(hub)).toMatchObject({ last_error: 'SMTP_553' });
  expect(await states(hub, LETTER)).toEqual({ PENDING: 3 });
});
