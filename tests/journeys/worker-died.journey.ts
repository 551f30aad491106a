import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addressOf, newSubjects, put, writes } from '../support/letters.ts';
import { MailSink } from '../support/mail-sink.ts';
import { TestHub, until } from '../support/test-hub.ts';

const LETTER = 'test-letter';
const DEAD = '01a23182-3855-70a8-a0da-bdf22187a774';
let hub: TestHub;
let sink: MailSink;
let data: string;
beforeAll(async () => {
  [sink, data] = [await MailSink.listening(), await mkdtemp(join(tmpdir(), 'fanal-data-'))];
  hub = await TestHub.start(undefined, { SMTP_URL: sink.url, FANAL_DATA: data });
});
afterAll(async () => {
  await hub?.close();
  await sink?.close();
  await rm(data, { recursive: true, force: true });
});

test('of a worker that died its journal tells what was taken, what may have been, and what was never said', async () => {
  const told = writes(hub, LETTER);
  const subjects = newSubjects(4);
  const [taken, said, never, claimed] = subjects as [string, string, string, string];
  await put(hub, LETTER, subjects, { notBefore: new Date(Date.now() + 3_600_000) });
  const rows = await hub.db.query<{ id: string; subject: string }[]>('select id, subject from platform.outgoing');
  const idOf = (subject: string) => rows.find(each => each.subject === subject)!.id;
  await hub.db.query(
    `update platform.outgoing set claimed_by = $1, due_at = now(), state = case when subject = $2 then 'PENDING' else 'HANDED' end,
       handed_at = case when subject <> $2 then now() end`,
    [DEAD, claimed],
  );
  await mkdir(join(data, 'sending'), { recursive: true });
  await writeFile(join(data, 'sending', DEAD), `${idOf(taken)}\n${idOf(said)}\n${idOf(taken)} taken\n`);

  await put(hub, LETTER, newSubjects(1)); // a worker looks
  const states = async () =>
    Object.fromEntries(
      (await hub.db.query<{ subject: string; state: string }[]>('select subject, state from platform.outgoing')).map(each => [
        each.subject,
        each.state,
      ]),
    );
  await until(async () => (await states())[claimed] === 'SENT' && (await states())[never] === 'SENT');
  expect(await states()).toMatchObject({ [taken]: 'SENT', [said]: 'UNSURE', [never]: 'SENT', [claimed]: 'SENT' });
  expect(sink.counts.get(addressOf(taken))).toBeUndefined();
  expect(sink.counts.get(addressOf(said))).toBeUndefined();
  expect([never, claimed].map(subject => sink.counts.get(addressOf(subject)))).toEqual([1, 1]);
  expect(told.find(({ subject }) => subject === taken)).toMatchObject({ outcome: 'SENT', code: null });
  expect(told.find(({ subject }) => subject === said)).toMatchObject({ outcome: 'SENT', code: 'UNSURE' });
  expect(await readdir(join(data, 'sending'))).not.toContain(DEAD);
});
