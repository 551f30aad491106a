import pg from 'pg';

/** Nobody may connect, and who was connected is cut off: to its hub, this database's PostgreSQL is dead. */
export const databaseGoes = (url: string): Promise<void> =>
  toServer(url, name => [
    `alter database ${name} with allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  ]);

export const databaseComesBack = (url: string): Promise<void> =>
  toServer(url, name => [`alter database ${name} with allow_connections true`]);

/** Who is connected loses the connection, and may have another. */
export const databaseCutsOff = (url: string): Promise<void> =>
  toServer(url, name => [`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`]);

async function toServer(url: string, sql: (name: string) => string[]): Promise<void> {
  const server = new pg.Client(Object.assign(new URL(url), { pathname: '/postgres' }).href);
  await server.connect();
  for (const statement of sql(new URL(url).pathname.slice(1))) await server.query(statement);
  await server.end();
}
