// Fanal as `npm start` runs it, hub and worker in one process, where 6,000 organizations offer one service each and have a mailbox.
import 'reflect-metadata';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { AddMembership, CreateAccount, CreateToken } from '#libs/identity';
import { freshStatistics, migrate, settingsFrom } from '#libs/platform';
import { startHub } from '../../apps/hub/start-hub.ts';
import { manyServices } from '../../tests/support/many-services.ts';
import { bonnePage, someServices } from '../../tests/support/region.ts';
import { openDatabase } from '../../tools/postgres.mjs';

const [, , smtp = '', many = '6000'] = process.argv;
const database = await openDatabase(await mkdtemp(join(tmpdir(), 'fanal-bench-')));
await migrate(database.url);
const hub = await startHub(
  settingsFrom({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: database.url, FANAL_DEMO: '1', SMTP_URL: smtp, LOG_LEVEL: 'error' }),
);
const db = hub.app.get(DataSource);
await someServices(db);
await manyServices({ db, get: part => hub.app.get(part) }, Number(many));
await db.query(`
  insert into directory.organization (id, source_id, name_fr, email)
    select id, source_id, 'Organisme ' || n, 'org' || n || '@test.invalid'
    from (select id, source_id, substring(source_id from 6)::int as n from directory.service where source_id like 'many-%') service`);
await db.query(`update directory.service set organization_id = id where source_id like 'many-%'`);
await freshStatistics(db.manager, ['directory', 'status']);

/** What follows from the words that were taken in is over. */
const behind =
  'select count(*)::int as n from platform.reaction, platform.head where reaction.position < head.position and parked_at is null';
while ((await db.query<[{ n: number }]>(behind))[0].n > 0) await new Promise(soon => setTimeout(soon, 200));

const email = 'recherche@test.invalid';
const { accountId } = await hub.app.get(CreateAccount).run({ email, displayName: 'Recherche', language: 'fr' });
await hub.app.get(AddMembership).run({ accountId, organizationId: bonnePage, role: 'RESEARCHER', territories: [] });
const { token } = await hub.app.get(CreateToken).run({ email, name: 'bench', ttlMs: 3_600_000 });

process.once('disconnect', () => void hub.close().finally(() => database.close().finally(() => process.exit())));
process.send?.({ address: hub.url, databaseUrl: database.url, token });
