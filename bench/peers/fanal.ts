// Fanal as it is: each round is a report through the command, the log and the tail of a hub on a real database.
import 'reflect-metadata';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Actor } from '#libs/kernel';
import { migrate, settingsFrom } from '#libs/platform';
import { ReportServiceStatus } from '#libs/status';
import { startHub } from '../../apps/hub/start-hub.ts';
import { kitchen, someServices } from '../../tests/support/region.ts';
import { openDatabase } from '../../tools/postgres.mjs';
import { serve } from './peer.ts';

const database = await openDatabase(await mkdtemp(join(tmpdir(), 'fanal-bench-')));
await migrate(database.url);
const many = JSON.stringify({ socketsPerAddress: 100_000, socketsPerAccount: 100_000 });
const env = { PORT: '0', HOST: '127.0.0.1', DATABASE_URL: database.url, FANAL_DEMO: '1', LOG_LEVEL: 'error', FANAL_LIMITS: many };
const hub = await startHub(settingsFrom(env));
await someServices(hub.app.get(DataSource));
const researcher = new Actor({
  id: 'account:bench',
  accountId: 'bench',
  grants: [{ permission: 'status:report', reach: 'REGION', role: 'RESEARCHER' }],
});
process.once('disconnect', () => void hub.close().finally(() => database.close().finally(() => process.exit())));

serve({
  address: `${hub.url.replace('http', 'ws')}/graphql`,
  async publish(round) {
    await hub.app
      .get(ReportServiceStatus)
      .run(researcher, { serviceId: kitchen, state: round % 2 ? 'LIMITED' : 'OPEN', note: { fr: `tour ${round}` } });
  },
});
