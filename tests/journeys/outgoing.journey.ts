import { afterEach, expect, test } from '@jest/globals';
import { Clock, newId } from '#libs/kernel';
import { Mail, UnitOfWork } from '#libs/platform';
import { addressOf, newSubjects, put, states, writes } from '../support/letters.ts';
import { MailSink } from '../support/mail-sink.ts';
import { TestHub, until } from '../support/test-hub.ts';

const LETTER = 'test-letter';
const left: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of left.splice(0).reverse()) await end();
});

async function server(): Promise<MailSink> {
  const mails = await MailSink.listening();
  left.push(() => mails.close());
  return mails;
}

async function hubOn(mails: MailSink, env: Record<string, string> = {}, sibling?: TestHub): Promise<TestHub> {
  const hub = await TestHub.start(sibling, { SMTP_URL: mails.url, ...env });
  left.push(() => hub.close());
  return hub;
}

const once = (subjects: readonly string[]) => new Map(subjects.map(subject => [addressOf(subject), 1]));
const sorted = (counts: Map<string, number>) => [...counts].sort();

test('what a command asks for leaves after its commit, each once, and its template is told', async () => {
  const mails = await server();
  const hub = await hubOn(mails);
  const told = writes(hub, LETTER);
  const subjects = newSubjects(300);
  await expect(
    hub.get(UnitOfWork).run(async tx => {
      await hub.get(Mail).putMany(tx, LETTER, newSubjects(3));
      throw new Error('after all, no');
    }),
  ).rejects.toThrow('after all, no');
  await put(hub, LETTER, subjects);
  await until(async () => (await states(hub, LETTER)).SENT === 300);
  expect(sorted(mails.counts)).toEqual(sorted(once(subjects)));
  expect(told.map(({ subject }) => subject).sort()).toEqual([...subjects].sort());
  expect(new Set(told.map(({ outcome }) => outcome))).toEqual(new Set(['SENT']));
});

test('two workers share what is due, and send each once', async () => {
  const mails = await server();
  mails.answerAfterMs = 20;
  const first = await hubOn(mails);
  const second = await hubOn(mails, {}, first);
  const told = [writes(first, LETTER), writes(second, LETTER)];
  const subjects = newSubjects(400);
  await put(first, LETTER, subjects);
  await until(async () => (await states(first, LETTER)).SENT === 400);
  expect(sorted(mails.counts)).toEqual(sorted(once(subjects)));
  expect(Math.min(...told.map(each => each.length))).toBeGreaterThan(50);
});

test('the same key is put once; what is for later waits; a subject nobody wants any more is withdrawn', async () => {
  const mails = await server();
  const hub = await hubOn(mails);
  const [one, later, unwanted] = newSubjects(3) as [string, string, string];
  writes(hub, LETTER, subject => (subject === unwanted ? null : {}));
  await put(hub, LETTER, [one], { key: 'first' });
  await put(hub, LETTER, [one], { key: 'first' });
  await put(hub, LETTER, [unwanted]);
  const notBefore = new Date(hub.get(Clock).now().getTime() + 3_000);
  await put(hub, LETTER, [later], { notBefore });
  await until(async () => (await states(hub, LETTER)).SENT === 2);
  expect(hub.get(Clock).now() >= notBefore).toBe(true);
  expect(sorted(mails.counts)).toEqual(sorted(once([one, later])));
  expect(await states(hub, LETTER)).toEqual({ SENT: 2, WITHDRAWN: 1 });
});

test('a group that is held in the middle stops at once, goes on when it is let go, and ends when it is withdrawn', async () => {
  const mails = await server();
  mails.answerAfterMs = 50;
  const hub = await hubOn(mails);
  writes(hub, LETTER);
  const group = newId();
  const subjects = newSubjects(200);
  const inGroup = (what: 'hold' | 'letGo') => hub.get(UnitOfWork).run(tx => hub.get(Mail)[what](tx, group));
  await put(hub, LETTER, subjects, { group });
  await until(() => mails.taken.length >= 20);
  await inGroup('hold');
  const width = 5; // those that were just being handed over
  const then = mails.taken.length;
  await until(async () => ((await states(hub, LETTER)).HANDED ?? 0) === 0);
  const heldAt = mails.taken.length;
  expect(heldAt - then).toBeLessThanOrEqual(width);

  const [alone] = newSubjects(1) as [string];
  await put(hub, LETTER, [alone]); // what is not of the group leaves
  await until(() => mails.counts.has(addressOf(alone)));
  expect(mails.taken).toHaveLength(heldAt + 1);

  await inGroup('letGo');
  await until(() => mails.taken.length >= heldAt + 20);
  await hub.get(UnitOfWork).run(tx => hub.get(Mail).withdraw(tx, { group }));
  await until(async () => ((await states(hub, LETTER)).HANDED ?? 0) === 0);
  const { SENT = 0, WITHDRAWN = 0, ...others } = await states(hub, LETTER);
  expect(others).toEqual({});
  expect(SENT + WITHDRAWN).toBe(201);
  expect(WITHDRAWN).toBeGreaterThan(50);
  expect(mails.taken).toHaveLength(SENT);
  expect(Math.max(...mails.counts.values())).toBe(1);
});

test('what one person asked for does not wait behind what goes to many', async () => {
  const mails = await server();
  mails.answerAfterMs = 100;
  const hub = await hubOn(mails, { FANAL_MAIL_CONNECTIONS: '2' });
  writes(hub, LETTER);
  await put(hub, LETTER, newSubjects(150), { group: newId() });
  await until(() => mails.taken.length >= 10);
  const [alone] = newSubjects(1) as [string];
  const before = mails.taken.length;
  await put(hub, LETTER, [alone]);
  await until(() => mails.counts.has(addressOf(alone)));
  expect(mails.taken.findIndex(({ to }) => to === addressOf(alone)) - before).toBeLessThan(40);
});

test('however many workers, no more leave in a minute than is set', async () => {
  const mails = await server();
  const limit = { FANAL_MAIL_PER_MINUTE: '240' }; // four a second, three seconds' worth at once
  const first = await hubOn(mails, limit);
  const second = await hubOn(mails, limit, first);
  for (const hub of [first, second]) writes(hub, LETTER);
  const begun = first.get(Clock).now().getTime();
  await put(first, LETTER, newSubjects(32));
  await until(() => mails.taken.length === 32);
  const seconds = (first.get(Clock).now().getTime() - begun) / 1_000;
  expect(seconds).toBeGreaterThan((32 - 12) / 4 - 0.1);
});
