import { randomUUID } from 'node:crypto';
import pg from 'pg';

const TEMPLATE = 'fanal_template';

/** A database of the caller's own, with the schema in place: a copy of the template that `npm test` made. */
export async function cloneDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  return addressOf(name);
}

/** Whoever is still connected is cut off. */
export async function dropDatabase(url: string): Promise<void> {
  await onServer(`drop database if exists "${new URL(url).pathname.slice(1)}" with (force)`);
}

/** Made once, before any test; nobody may connect to it, or it could not be copied. */
export async function makeTemplate(migrate: (url: string) => Promise<void>): Promise<void> {
  await onServer(`create database ${TEMPLATE}`);
  await migrate(addressOf(TEMPLATE));
  await onServer(`alter database ${TEMPLATE} with is_template true allow_connections false`);
}

function server(): string {
  const url = process.env.FANAL_TEST_SERVER;
  if (!url) throw new Error('The tests stand on a database of their own: run them by `npm test -- <part of a path>`.');
  return url;
}

function addressOf(database: string): string {
  return Object.assign(new URL(server()), { pathname: database }).href;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client(server());
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
