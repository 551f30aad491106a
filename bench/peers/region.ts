import { mkdirSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, settingsFrom } from '#libs/platform';
import { startHub } from '../../apps/hub/start-hub.ts';
import { loadDemo } from '../../demo/index.ts';
import { openDatabase } from '../../tools/postgres.mjs';
import { copyUpTo, MADE } from './copies.ts';

/**
 * A hub on so many services: the demonstration's up to six thousand, copies of them beyond. `FANAL_BENCH_DATA`: a folder where the
 * database is kept for the next run.
 */
export async function region(services: number) {
  const begun = performance.now();
  const kept = process.env.FANAL_BENCH_DATA;
  if (kept) mkdirSync(kept, { recursive: true });
  const database = await openDatabase(kept ?? (await mkdtemp(join(tmpdir(), 'fanal-bench-'))), FLAGS);
  await migrate(database.url);
  const start = () =>
    startHub(
      settingsFrom({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: database.url, FANAL_DEMO: '1', FANAL_ROLES: 'hub', LOG_LEVEL: 'error' }),
    );
  const owner = new pg.Client(database.url);
  await owner.connect();
  const there = async () => Number((await owner.query('select count(*) from directory.service')).rows[0].count);
  let said = 'kept from before';
  if ((await there()) < services) {
    const first = await start();
    await loadDemo(first.app, { services: Math.min(services, MADE) });
    await first.close();
    if (services > MADE) await copyUpTo(owner, services);
    await owner.query('vacuum analyze');
    said = `made in ${Math.round((performance.now() - begun) / 1000)} s`;
  }
  await owner.end();
  return { database, hub: await start(), setUp: said };
}

const FLAGS: string[] = [];
