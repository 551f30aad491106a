import { createHash } from 'node:crypto';
import pg from 'pg';
import { connectionOptions } from '../database/database.ts';

const SEQUENCER_LOCK = 7_003;
const AT_ONCE = 1_000;
const START: Buffer = Buffer.alloc(32);

interface Entry {
  id: string;
  at: Date;
  actor: string;
  act: string;
  subject: string;
  facts: string;
}

/** SHA-256 over the hash before and the entry's fields, each with its length, so that no two entries read alike. */
export function hashOf(previous: Buffer, { id, at, actor, act, subject, facts }: Entry): Buffer {
  const fields = [id, at.toISOString(), actor, act, subject, facts].map(field => `${Buffer.byteLength(field)}:${field}`);
  return createHash('sha256').update(previous).update(fields.join(',')).digest();
}

const columns = 'entry.id, entry.at, entry.actor, entry.act, entry.subject, entry.facts::text as facts';

async function asSequencer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: connectionOptions('fanal_audit'), application_name: 'fanal audit' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Chains the entries that are not yet; one sequencer at a time. Answers how many. */
export function chainAudit(url: string): Promise<number> {
  return asSequencer(url, async client => {
    await client.query('begin');
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [SEQUENCER_LOCK]);
    const chained = rows[0]!.free ? await chainNext(client) : 0;
    await client.query('commit');
    return chained;
  });
}

async function chainNext(client: pg.Client): Promise<number> {
  const { rows: last } = await client.query<{ sequence: string; hash: Buffer }>(
    'select sequence, hash from platform.audit_chain order by sequence desc limit 1',
  );
  const { rows: entries } = await client.query<Entry>(
    `select ${columns} from platform.audit_entry entry
     where not exists (select from platform.audit_chain link where link.entry_id = entry.id) order by entry.at, entry.id limit ${AT_ONCE}`,
  );
  let sequence = BigInt(last[0]?.sequence ?? 0);
  let previous = last[0]?.hash ?? START;
  for (const entry of entries) {
    const hash = hashOf(previous, entry);
    await client.query('insert into platform.audit_chain (sequence, entry_id, previous, hash) values ($1, $2, $3, $4)', [
      ++sequence,
      entry.id,
      previous,
      hash,
    ]);
    previous = hash;
  }
  return entries.length;
}

/** How many entries the chain holds, and the sequence of the first that does not fit; null when all do. */
export function verifyAudit(url: string): Promise<{ entries: number; firstBad: string | null }> {
  return asSequencer(url, async client => {
    let [sequence, previous, entries]: [bigint, Buffer, number] = [0n, START, 0];
    for (;;) {
      const { rows } = await client.query<Entry & { sequence: string; previous: Buffer; hash: Buffer }>(
        `select link.sequence, link.previous, link.hash, ${columns}
         from platform.audit_chain link join platform.audit_entry entry on entry.id = link.entry_id
         where link.sequence > $1 order by link.sequence limit ${AT_ONCE}`,
        [sequence.toString()],
      );
      for (const row of rows) {
        const whole = BigInt(row.sequence) === sequence + 1n && row.previous.equals(previous) && row.hash.equals(hashOf(previous, row));
        if (!whole) return { entries, firstBad: (sequence + 1n).toString() };
        [sequence, previous, entries] = [sequence + 1n, row.hash, entries + 1];
      }
      if (rows.length < AT_ONCE) return { entries, firstBad: null };
    }
  });
}
