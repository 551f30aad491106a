import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, expect, test } from '@jest/globals';
import { newId } from '#libs/kernel';
import { Mail, UnitOfWork } from '#libs/platform';
import { MailSink } from '../support/mail-sink.ts';
import { isLong } from '../support/looks.ts';
import { TestHub, until } from '../support/test-hub.ts';

const MAILS = isLong ? 2_000 : 300;
const KILLS = isLong ? 50 : 6;
const workers: ChildProcess[] = [];
afterAll(() => workers.forEach(worker => worker.kill('SIGKILL')));

/** A worker in a process of its own, so that it can be killed as machines kill: without a word. */
function worker(databaseUrl: string, smtp: string): ChildProcess {
  const args = ['-C', 'source', '--import', './tools/ts.mjs', 'apps/hub/main.ts'];
  const hub = { PORT: '0', HOST: '127.0.0.1', DATABASE_URL: databaseUrl, FANAL_DEMO: '1', FANAL_ROLES: 'worker', LOG_LEVEL: 'fatal' };
  const env = { PATH: process.env.PATH, ...hub, SMTP_URL: smtp, FANAL_LIMITS: '{"outgoingPauseMs":200,"lanePauseMs":200}' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  workers.push(child);
  return child;
}

/** Each has an account, and is asked to by its sign-in letter. */
async function people(hub: TestHub): Promise<Map<string, string>> {
  const ids = Array.from({ length: MAILS }, () => newId());
  await hub.db.query(
    `insert into identity.account (id, email, display_name, language, created_at) select id, id || '@test.invalid', 'X', 'fr', now() from unnest($1::uuid[]) id`,
    [ids],
  );
  return new Map(ids.map(id => [id, `${id}@test.invalid`]));
}

test(
  `${KILLS} workers killed during ${MAILS} mails: each recipient has one, and those of which we are not told are listed`,
  async () => {
    const mails = await MailSink.listening();
    mails.answerAfterMs = 40;
    const hub = await TestHub.start(undefined, { FANAL_ROLES: 'hub' });
    const recipients = await people(hub);
    await hub.get(UnitOfWork).run(tx => hub.get(Mail).putMany(tx, 'sign-in', [...recipients.keys()]));

    const running = [worker(hub.databaseUrl, mails.url), worker(hub.databaseUrl, mails.url)];
    for (let kill = 1; kill <= KILLS; kill++) {
      await until(() => mails.taken.length >= (kill * MAILS) / (KILLS + 2), 60_000);
      await new Promise(soon => setTimeout(soon, Math.random() * 40)); // anywhere between two answers
      const oldest = running.shift()!;
      oldest.kill('SIGKILL');
      await once(oldest, 'exit');
      running.push(worker(hub.databaseUrl, mails.url));
    }
    const under = `select count(*)::int as count from platform.outgoing where state in ('PENDING', 'HANDED')`;
    await until(async () => (await hub.db.query(under))[0].count === 0, 120_000);
    for (const one of running) one.kill('SIGKILL');

    const rows = await hub.db.query<{ subject: string; state: string }[]>('select subject, state from platform.outgoing');
    const unsure = rows.filter(({ state }) => state === 'UNSURE').map(({ subject }) => recipients.get(subject)!);
    const { counts } = mails;
    const none = [...recipients.values()].filter(address => !counts.has(address));
    console.log(`${KILLS} kills, ${MAILS} mails: ${unsure.length} unsure, of which the mail server has ${unsure.length - none.length}`);
    expect(rows.filter(({ state }) => state !== 'SENT' && state !== 'UNSURE')).toEqual([]);
    expect([...counts].filter(([, count]) => count > 1)).toEqual([]);
    expect(none).toEqual([]); // each of the unsure had left
    expect(unsure.length).toBeLessThanOrEqual(KILLS * 5); // as many as were being answered to
    await hub.close();
    await mails.close();
  },
  isLong ? 900_000 : 150_000,
);
