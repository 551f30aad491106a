import { DataSource, type DataSourceOptions } from 'typeorm';

/** `DATABASE_URL` is the owner's; whoever serves people acts as `fanal_app`, which owns nothing and passes no row-level security. */
export type DatabaseRole = 'fanal_owner' | 'fanal_app' | 'fanal_audit';

/** What every connection promises: one role, UTC, and bounds on how long it may hold what others wait for. */
export function connectionOptions(role: DatabaseRole | null): string {
  const settings = {
    ...(role && { role }),
    timezone: 'UTC',
    default_transaction_isolation: 'read\\ committed', // the log's order rests on it
    statement_timeout: '15s',
    lock_timeout: '8s',
    idle_in_transaction_session_timeout: '20s',
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

export type Entities = NonNullable<DataSourceOptions['entities']>;

/** The pool through which the hub reads and writes. */
export function database(url: string, entities: Entities, poolSize = 12): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    poolSize,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    connectTimeoutMS: 5_000,
    extra: { options: connectionOptions('fanal_app'), application_name: 'fanal', idleTimeoutMillis: 30_000, keepAlive: true },
    // a connection that breaks while idle is replaced by the pool; the request that meets it is told so
    poolErrorHandler: () => undefined,
  });
}
