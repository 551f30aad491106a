import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, expect, test } from '@jest/globals';
import { kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, take, TestClient, TestHub, until } from '../support/test-hub.ts';

const reporting = `mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { ... on ServiceStatusReported { report { id position } } } }`;
const live = 'subscription ($after: Position) { serviceStatusChanged(after: $after) { position } }';
const hubs: ChildProcess[] = [];
afterAll(() => hubs.forEach(hub => hub.kill('SIGKILL')));

/** A hub in a process of its own, so that it can be killed as machines kill: without a word. */
async function hubProcess(databaseUrl: string): Promise<{ url: string; kill: () => Promise<unknown> }> {
  const args = ['-C', 'source', '--import', './tools/ts.mjs', 'apps/hub/main.ts'];
  const env = { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: databaseUrl, FANAL_DEMO: '1', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  hubs.push(child);
  let said = '';
  child.stdout.on('data', text => (said += text));
  await until(() => /Fanal: (\S+)/.test(said), 30_000);
  return { url: /Fanal: (\S+)/.exec(said)![1]!, kill: () => (child.kill('SIGKILL'), once(child, 'exit')) };
}

test('a hub killed while many report: what it acknowledged is there once, and whoever resumes elsewhere misses nothing', async () => {
  const witness = await TestHub.start();
  await someServices(witness.db);
  const { token } = await witness.as('PARTNER_EDITOR', pain);
  const after = (await (await witness.as()).ask('{ position }')).position as string;
  const states = ['OPEN', 'LIMITED', 'FULL'];
  const keys = Array.from({ length: 120 }, (_, n) => `key ${n}`);
  const say = (url: string, key: string): Promise<Answer> =>
    new TestClient(url, token).ask(reporting, { input: { serviceId: kitchen, state: states[key.length % 3], idempotencyKey: key } });

  const acknowledged = new Map<string, Answer>();
  for (let round = 0; round < 3; round++) {
    const hub = await hubProcess(witness.databaseUrl);
    const waiting = keys.filter(key => !acknowledged.has(key));
    // a phone that hears « not now » asks again, under the same key
    const asking = waiting.map(async key => {
      for (let answer: Answer; !acknowledged.has(key);) {
        answer = await say(hub.url, key).catch(() => null);
        if (answer === null) return; // killed
        if (answer.reportServiceStatus) acknowledged.set(key, answer.reportServiceStatus.report);
      }
    });
    if (round < 2) {
      await until(() => acknowledged.size >= 30 * (round + 1));
      await hub.kill(); // somewhere between commits, answers and news
    }
    await Promise.all(asking);
  }

  expect(acknowledged.size).toBe(keys.length);
  for (const key of keys) expect((await say(witness.url, key)).reportServiceStatus.report).toEqual(acknowledged.get(key)); // the same effect, the same answer
  const [{ count }] = await witness.db.query('select count(*)::int as count from status.report where service_id = $1', [kitchen]);
  expect(count).toBe(keys.length);

  const seen = await take((await witness.as()).watch(live, { after }), keys.length);
  const positions = [...acknowledged.values()].map(({ position }) => position).sort();
  expect(seen.map(({ serviceStatusChanged }) => serviceStatusChanged.position)).toEqual(positions);
  await witness.close();
}, 120_000);
