// A call saved through the hub, beside the same rows by bare SQL in one transaction; then thirty at once on one gap.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { AddMembership, CreateAccount, CreateToken } from '#libs/identity';
import { migrate, settingsFrom } from '#libs/platform';
import { startHub } from '../../apps/hub/start-hub.ts';
import { bonnePage, kitchen, someServices } from '../../tests/support/region.ts';
import { openDatabase } from '../../tools/postgres.mjs';

const COUNSELLORS = 30;
const WARM = 5;
const at = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

/** In turn, one at a time, then in bursts; prints medians, p99 and ratios. */
export async function saving(rounds: number): Promise<void> {
  const database = await openDatabase(await mkdtemp(join(tmpdir(), 'fanal-bench-')));
  await migrate(database.url);
  const hub = await startHub(
    settingsFrom({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: database.url, FANAL_DEMO: '1', LOG_LEVEL: 'error' }),
  );
  await someServices(hub.app.get(DataSource));
  const email = 'poste@test.invalid';
  const { accountId } = await hub.app.get(CreateAccount).run({ email, displayName: 'Poste', language: 'fr' });
  await hub.app.get(AddMembership).run({ accountId, organizationId: bonnePage, role: 'COUNSELLOR', territories: [] });
  const { token } = await hub.app.get(CreateToken).run({ email, name: 'bench', ttlMs: 3_600_000 });
  const pool = new pg.Pool({ connectionString: database.url, max: COUNSELLORS });
  const peers: [string, (kind: string) => Promise<void>][] = [
    ['bare SQL', kind => bare(pool, accountId, kind)],
    ['fanal', kind => save(hub.url, token, kind)],
  ];
  const alone = new Map(peers.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < rounds + WARM; round++)
    for (const [name, once] of peers) {
      const begun = performance.now();
      await once('GROCERY_DELIVERY');
      if (round >= WARM) alone.get(name)!.push(performance.now() - begun);
    }
  const together = new Map(peers.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < Math.max(5, rounds / 4); round++)
    for (const [name, once] of peers) {
      const begun = performance.now();
      await Promise.all(Array.from({ length: COUNSELLORS }, () => once('MASKS')));
      together.get(name)!.push(performance.now() - begun);
    }
  const row = (asked: string, took: Map<string, number[]>) =>
    [...took].map(([peer, times]) => ({
      asked,
      peer,
      rounds: times.length,
      'median ms': at(times, 0.5).toFixed(1),
      'p99 ms': at(times, 0.99).toFixed(1),
      '× bare': (at(times, 0.5) / at(took.get('bare SQL')!, 0.5)).toFixed(2),
    }));
  console.log('A call with one need that nobody could meet and one reference: saved alone, then thirty in the same instant on one gap.');
  console.table([...row('a call saved', alone), ...row(`${COUNSELLORS} on one gap`, together)]);
  const { rows } = await pool.query(
    'select kind, count, (select count(*)::int from needs.need where gap_id = gap.id) as needs from needs.gap order by kind',
  );
  console.table(rows);
  await pool.end();
  await hub.close();
  await database.close();
}

async function save(url: string, token: string, kind: string): Promise<void> {
  const now = new Date().toISOString();
  const input = {
    ...{ line: 'PHONE_211', startedAt: now, endedAt: now, language: 'fr', interpreted: false, caller: { neighbourhood: 'pont-viau' } },
    ...{
      needs: [{ category: 'food', kind, outcome: 'UNMET', unmetReason: 'FULL', references: [kitchen] }],
      idempotencyKey: crypto.randomUUID(),
    },
  };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: `mutation ($input: RecordContactInput!) { recordContact(input: $input) { __typename ... on ContactRecorded { contact { id needs { id outcome gap { id count } } } } } }`,
      variables: { input },
    }),
  });
  const text = await response.text();
  if (!text.includes('ContactRecorded')) throw new Error(text.slice(0, 500));
}

/** The rows and no more: the gap by its unique index, its count by the trigger that is there. */
async function bare(pool: pg.Pool, accountId: string, kind: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows: gaps } = await client.query(
      `insert into needs.gap (id, kind, territory, state, opened_at, last_at, state_at) values (uuidv7(), $1, 'pont-viau', 'OPEN', now(), now(), now())
       on conflict (crisis_id, kind, territory) where state <> 'CLOSED' do update set state = gap.state returning id`,
      [kind],
    );
    const { rows: contacts } = await client.query(
      `insert into needs.contact (id, kind, line, caller_is, started_at, ended_at, language, interpreted, gender, age_group, municipality, neighbourhood, recorded_at, recorded_by)
       values (uuidv7(), 'NEED', 'PHONE_211', 'SELF', now(), now(), 'fr', false, 'UNKNOWN', 'UNKNOWN', 'laval', 'pont-viau', now(), $1) returning id`,
      [accountId],
    );
    const { rows: needs } = await client.query(
      `insert into needs.need (id, contact_id, place, category, kind, outcome, unmet_reason, gap_id, at, vulnerable, first_time)
       values (uuidv7(), $1, 0, 'food', $2, 'UNMET', 'FULL', $3, now(), false, true) returning id`,
      [contacts[0].id, kind, gaps[0].id],
    );
    await client.query(`insert into needs.reference (need_id, service_id, at, state, stale) values ($1, $2, now(), 'UNKNOWN', false)`, [
      needs[0].id,
      kitchen,
    ]);
    await client.query('commit');
  } finally {
    client.release();
  }
}
