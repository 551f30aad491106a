import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { awayUntilMonday, deliveryReport } from '../support/delivery-report.ts';
import { ImapPeer } from '../support/imap-peer.ts';
import { newSubjects, put, writes } from '../support/letters.ts';
import { MailSink, type Taken } from '../support/mail-sink.ts';
import { act, campaign, organizationsToAsk, plan } from '../support/outreach.ts';
import { kitchen, pain } from '../support/region.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

const LETTER = 'test-letter';
let hub: TestHub;
let sink: MailSink;
let imap: ImapPeer;
let spool: string;
const logged: string[] = [];

beforeAll(async () => {
  [sink, imap, spool] = [await MailSink.listening(), await ImapPeer.start(), await mkdtemp(join(tmpdir(), 'fanal-retours-'))];
  const env = {
    ...{ SMTP_URL: sink.url, FANAL_PUBLIC_URL: 'https://fanal.example', FANAL_BOUNCE_ADDRESS: 'retours@fanal.example' },
    ...{ FANAL_BOUNCE_SPOOL: spool, FANAL_BOUNCE_IMAP: imap.url, FANAL_LIMITS: '{"bouncesEveryMs":50}', LOG_LEVEL: 'warn' },
  };
  hub = await TestHub.start(undefined, env, line => void logged.push(line));
  await organizationsToAsk(hub.db);
});
beforeEach(() => {
  sink.taken.splice(0);
});
afterAll(async () => {
  await hub?.close();
  await sink?.close();
  await imap?.close();
  await rm(spool, { recursive: true, force: true });
});

/** Written beside it first, as mail servers do. */
async function drop(name: string, raw: string): Promise<void> {
  await writeFile(join(spool, `.${name}`), raw);
  await rename(join(spool, `.${name}`), join(spool, name));
}
const files = async (folder = '.') => (await readdir(join(spool, folder)).catch(() => [])).sort();
const row = async ({ messageId }: Taken): Promise<Answer> =>
  (await hub.db.query('select * from platform.outgoing where id = $1', [/^<([^@]+)/.exec(messageId)![1]]))[0];

async function letters(many: number): Promise<Taken[]> {
  await put(hub, LETTER, newSubjects(many));
  const sent = `select count(*)::int as n from platform.outgoing where template = '${LETTER}' and state <> 'SENT'`;
  await until(async () => sink.taken.length === many && (await hub.db.query(sent))[0].n === 0);
  return [...sink.taken];
}

test('each letter has a return address of its own; a report in the spool folder says of which it is, and is not kept', async () => {
  const told = writes(hub, LETTER);
  const [one, other, third] = await letters(3);
  expect(one!.from).toMatch(/^retours\+[0-9a-f-]{36}@fanal\.example$/);
  await drop('1.eml', deliveryReport(one!));
  await drop('2.eml', deliveryReport(other!, { to: 'retours@fanal.example', brings: 'headers', status: '5.2.2' })); // by its Message-ID alone
  await drop('3.eml', deliveryReport(third!, { brings: 'nothing', status: '?' })); // by its address alone
  await until(async () => (await files()).length === 0);
  expect(await row(one!)).toMatchObject({ state: 'SENT', bounced_at: expect.any(Date), last_error: '5.1.1' });
  expect(await row(other!)).toMatchObject({ bounced_at: expect.any(Date), last_error: '5.2.2' });
  expect(await row(third!)).toMatchObject({ bounced_at: expect.any(Date), last_error: '5.0.0' });
  expect(told.filter(({ outcome }) => outcome === 'BOUNCED').map(({ code }) => code).sort()).toEqual(['5.0.0', '5.1.1', '5.2.2']); // prettier-ignore
});

test('one that is late, one that arrived, somebody who is away, a stranger, no mail at all: nothing bounced, and a person may look at it', async () => {
  const told = writes(hub, LETTER);
  const [letter] = await letters(1);
  const stranger = { ...letter!, from: letter!.from.replace(/\+[0-9a-f]{8}/, '+00000000'), raw: 'Subject: x\r\n\r\nx' };
  await drop('late.eml', deliveryReport(letter!, { action: 'delayed', status: '4.4.1' }));
  await drop('arrived.eml', deliveryReport(letter!, { action: 'delivered', status: '2.0.0' }));
  await drop('away.eml', awayUntilMonday(letter!));
  await drop('stranger.eml', deliveryReport(stranger));
  await drop('noise.eml', '\u0000\u0001 no mail');
  await drop('large.eml', `${deliveryReport(letter!)}${' '.repeat(2 * 1024 * 1024)}`);
  await until(async () => (await files()).join() === 'aside');
  expect(await files('aside')).toEqual(['arrived.eml', 'away.eml', 'large.eml', 'late.eml', 'noise.eml', 'stranger.eml']);
  expect(await row(letter!)).toMatchObject({ state: 'SENT', bounced_at: null, last_error: null });
  expect(told.some(({ outcome }) => outcome === 'BOUNCED')).toBe(false);
});

test('the same report twice, in the folder and in the mailbox, counts once; what was read of the mailbox is gone, the rest marked', async () => {
  const told = writes(hub, LETTER);
  const [letter, other] = await letters(2);
  await drop('twice.eml', deliveryReport(letter!));
  imap.put(deliveryReport(letter!));
  imap.put(deliveryReport(other!, { status: '5.7.1' }));
  imap.put(awayUntilMonday(other!));
  await until(() => imap.kept.length === 1 && imap.kept[0]!.seen);
  await until(async () => (await files()).join() === 'aside');
  expect(imap.kept[0]!.raw).toContain('De retour lundi');
  expect(imap.loggedIn[0]).toContain('retours@fanal');
  expect(await row(other!)).toMatchObject({ last_error: '5.7.1' });
  expect(told.filter(({ outcome }) => outcome === 'BOUNCED')).toHaveLength(2);
});

test('a mailbox that does not let us in: the folder is read all the same, and the log says why without an address', async () => {
  writes(hub, LETTER);
  imap.refusesLogin = true;
  const [letter] = await letters(1);
  await until(() => logged.some(line => line.includes('could not be read')));
  await drop('4.eml', deliveryReport(letter!));
  await until(async () => (await row(letter!)).bounced_at !== null);
  imap.refusesLogin = false;
  imap.put(deliveryReport(letter!));
  await until(() => imap.kept.every(({ seen }) => seen));
  expect(logged.join()).not.toContain('fanal.example');
  expect(logged.join()).not.toContain('test.invalid');
});

test('its server was quicker than our own record: it waits for that, and what was unsure is known to have left', async () => {
  const [letter] = await letters(1);
  const { id } = await row(letter!);
  await hub.db.query(`update platform.outgoing set state = 'HANDED', sent_at = null, handed_at = now(), claimed_by = 'x' where id = $1`, [
    id,
  ]);
  await drop('early.eml', deliveryReport(letter!));
  imap.put(awayUntilMonday(letter!)); // once this was looked at, so was the folder
  await until(() => imap.kept.every(({ seen }) => seen));
  expect(await files()).toContain('early.eml');
  expect(await row(letter!)).toMatchObject({ state: 'HANDED', bounced_at: null });
  await hub.db.query(`update platform.outgoing set state = 'UNSURE' where id = $1`, [id]);
  await until(async () => !(await files()).includes('early.eml'));
  expect(await row(letter!)).toMatchObject({ state: 'SENT', bounced_at: expect.any(Date), sent_at: expect.any(Date), claimed_by: null });
});

test('a campaign learns of it, and writes to the organization’s next mailbox; once it has answered, a late report changes nothing', async () => {
  await hub.db.query(
    `insert into directory.contact (id, organization_id, name, email, position) values ('00000000-0000-7000-8000-000000000090', $1, 'Ancienne', 'gone@test.invalid', 0)`,
    [pain],
  );
  const { id } = (await plan(hub, { filter: { organizations: [pain] } })).campaign;
  await act(hub, 'sendCampaign', { campaignId: id }, 'SendCampaign');
  await until(async () => (await campaign(hub, id)).counts.sent === 1);
  expect(sink.taken.map(({ to }) => to)).toEqual(['gone@test.invalid']);
  await drop('5.eml', deliveryReport(sink.taken[0]!));
  await until(async () => (await campaign(hub, id)).counts.sent === 1 && sink.taken.length === 2);
  expect(await campaign(hub, id)).toMatchObject({ asked: 1, counts: { sent: 1, bounced: 1 } });
  expect(sink.taken[1]!.to).toBe('pain@test.invalid');

  const [, token] = /\/r\/([\w-]{43})/.exec(sink.taken[1]!.raw.replace(/=\r\n/g, ''))!;
  await (
    await hub.as()
  ).ask('mutation ($input: AnswerUpdateRequestInput!) { answerUpdateRequest(input: $input) { __typename } }', {
    input: { token, answers: [{ serviceId: kitchen, state: 'OPEN' }] },
  });
  await drop('6.eml', deliveryReport(sink.taken[1]!));
  await until(async () => (await row(sink.taken[1]!)).bounced_at !== null);
  expect((await campaign(hub, id)).counts).toMatchObject({ answered: 1, bounced: 1 });
});

test('a Maildir is read where new mail lies', async () => {
  const maildir = await mkdtemp(join(tmpdir(), 'fanal-maildir-'));
  for (const folder of ['new', 'cur', 'tmp']) await mkdir(join(maildir, folder));
  const env = { SMTP_URL: sink.url, FANAL_BOUNCE_ADDRESS: 'Retours <retours@fanal.example>', FANAL_LIMITS: '{"bouncesEveryMs":50}' };
  const second = await TestHub.start(hub, { ...env, FANAL_BOUNCE_SPOOL: maildir, FANAL_PUBLIC_URL: 'https://fanal.example' });
  writes(second, LETTER);
  writes(hub, LETTER);
  const [letter] = await letters(1);
  await writeFile(join(maildir, 'new', '1.host'), deliveryReport(letter!));
  await until(async () => (await row(letter!)).bounced_at !== null);
  await until(async () => (await readdir(join(maildir, 'new'))).length === 0);
  await second.close();
  await rm(maildir, { recursive: true });
});
