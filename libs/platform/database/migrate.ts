import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import pg from 'pg';
import { runMigrations } from 'graphile-worker';
import { DataSource, type MixedList } from 'typeorm';
import { connectionOptions } from './database.ts';

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url));
const MIGRATION_LOCK = 7_002;
const roles = ['fanal_owner', 'fanal_app', 'fanal_audit'] as const;

/** Why the database cannot be used, with what an administrator can do about it. */
export class DatabaseNotReady extends Error {}

/**
 * Brings the database up to date: roles, then each migration in a transaction of its own. One hub at a time; the others wait.
 * `heard` is told of each migration that ran.
 */
export async function migrate(url: string, heard: (name: string) => void = () => undefined): Promise<void> {
  const keeper = new pg.Client({
    connectionString: url,
    options: connectionOptions(null).replace(/lock_timeout=\S+|statement_timeout=\S+/g, match => match.replace(/=.*/, '=0')),
  });
  await keeper.connect();
  try {
    await keeper.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepareRoles(keeper);
    await runAll(url, heard);
    await runMigrations({ pgPool: ownerPool(url) });
    await keeper.query('set role fanal_owner');
    await keeper.query(openQueue);
  } finally {
    await keeper.end();
  }
}

/** The migrations in the order of time, by the names of their files. */
export async function migrations(): Promise<MixedList<new () => never>> {
  const files = readdirSync(folder)
    .filter(name => /^\d{13}-[a-z-]+\.ts$/.test(name))
    .sort();
  const modules = await Promise.all(
    files.map(name => import(pathToFileURL(join(folder, name)).href) as Promise<Record<string, new () => never>>),
  );
  return modules.flatMap(module => Object.values(module));
}

async function runAll(url: string, heard: (name: string) => void): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    url,
    migrations: await migrations(),
    migrationsTableName: 'fanal_migration',
    installExtensions: false,
    extra: { options: ownerOptions },
  });
  await owner.initialize();
  try {
    for (const { name } of await owner.runMigrations({ transaction: 'each' })) heard(name);
  } finally {
    await owner.destroy();
  }
}

const ownerOptions = '-c role=fanal_owner -c timezone=UTC -c lock_timeout=2min';
let pools: Map<string, pg.Pool> | undefined;
function ownerPool(url: string): pg.Pool {
  pools ??= new Map();
  const known = pools.get(url);
  if (known) return known;
  const pool = new pg.Pool({ connectionString: url, options: ownerOptions, max: 1, idleTimeoutMillis: 200, allowExitOnIdle: true });
  pool.on('error', () => undefined); // a connection that breaks while idle is replaced
  pool.on('connect', client => client.on('error', () => undefined));
  pools.set(url, pool);
  return pool;
}

/** The three roles, made where they are missing; refused, with the SQL to run, where they may not be. */
async function prepareRoles(client: pg.Client): Promise<void> {
  const wanted = `
do $$ begin
  ${roles.map(role => `if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;`).join('\n  ')}
end $$;
${roles.map(role => `grant ${role} to current_user;`).join('\n')}
do $$ begin execute format('grant create, connect, temporary on database %I to fanal_owner', current_database()); end $$;
grant create, usage on schema public to fanal_owner;`;
  const { rows } = await client.query<{ member: boolean; may: boolean }>(
    `select bool_and(pg_has_role(current_user, rolname, 'member')) and count(*) = 3 as member,
       bool_and(rolname <> 'fanal_owner' or has_database_privilege(rolname, current_database(), 'create')) as may
     from pg_roles where rolname = any($1)`,
    [roles],
  );
  if (!rows[0]?.member || !rows[0].may)
    await client.query(wanted).catch((cause: Error) => {
      throw new DatabaseNotReady(
        `The database user may not make Fanal's roles (${cause.message}). Run this as an administrator, then start again:\n${wanted}`,
      );
    });
  const { rows: app } = await client.query<{ unsafe: boolean }>(
    `select rolsuper or rolbypassrls as unsafe from pg_roles where rolname = 'fanal_app'`,
  );
  if (app[0]?.unsafe)
    throw new DatabaseNotReady('The role fanal_app is a superuser or bypasses row-level security; Fanal does not start with it.');
}

/** What the application may do with the queue: put a job in, nothing else. */
const openQueue = `
  create or replace function platform.enqueue(task text, payload json, job_key text, run_at timestamptz, max_attempts int)
  returns void language sql security definer set search_path = pg_catalog
  as $$ select graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, max_attempts => max_attempts) $$;
  revoke all on function platform.enqueue(text, json, text, timestamptz, int) from public;
  grant execute on function platform.enqueue(text, json, text, timestamptz, int) to fanal_app;
  grant select on fanal_migration to fanal_app`;
