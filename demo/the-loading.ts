import { DataSource, type EntityManager } from 'typeorm';
import type { INestApplicationContext } from '@nestjs/common';
import { idFromSource } from '#libs/kernel';
import { Settings } from '#libs/platform';
import { NotADemonstration } from './demo.refusals.ts';

/** Ids that the demonstration's own files give are unique within it. */
export const SOURCE = 'demo';
export const serviceId = (key: string): string => idFromSource(SOURCE, 'service', key);
/** Of the two that both find the database empty, one loads. */
const LOADING_LOCK = 7_010;

/** What of the demonstration this database holds. */
export interface Loading {
  readonly services: number;
  /** Null: it was cut short. */
  readonly loadedAt: Date | null;
}

/** One at a time among all hubs and operators of this database; no time limit, whoever waits. */
export async function alone<T>(app: INestApplicationContext, work: () => Promise<T>): Promise<T> {
  const keeper = app.get(DataSource).createQueryRunner();
  try {
    await keeper.query('set lock_timeout = 0');
    await keeper.query('set statement_timeout = 0');
    await keeper.query('select pg_advisory_lock($1)', [LOADING_LOCK]);
    return await work();
  } finally {
    await keeper.query('select pg_advisory_unlock($1)', [LOADING_LOCK]).catch(() => undefined);
    await keeper.query('reset lock_timeout; reset statement_timeout').catch(() => undefined);
    await keeper.release();
  }
}

/** Whether somebody does at this moment. */
export async function isLoading(manager: EntityManager): Promise<boolean> {
  const [{ held }] = await manager.query<[{ held: boolean }]>(
    `select exists (select from pg_locks where locktype = 'advisory' and (classid, objid, objsubid) = (0, $1, 1) and granted
       and database = (select oid from pg_database where datname = current_database())) as held`,
    [LOADING_LOCK],
  );
  return held;
}

export async function loadingOf(manager: EntityManager): Promise<Loading | null> {
  const [loading] = await manager.query<Loading[]>('select services, loaded_at as "loadedAt" from demo.loading');
  return loading ?? null;
}

/** Refused where this is no demonstration, or where somebody keeps a directory of their own. */
export async function demandDemonstration(app: INestApplicationContext): Promise<void> {
  if (!app.get(Settings).demo) throw new NotADemonstration('NOT_A_DEMONSTRATION');
  const organizations = await organizationsOfOthers(app.get(DataSource).manager);
  if (organizations > 0) throw new NotADemonstration('DIRECTORY_OF_OTHERS', null, { organizations });
}

export async function organizationsOfOthers(manager: EntityManager): Promise<number> {
  const [{ count }] = await manager.query<[{ count: number }]>(
    'select coalesce(sum(organizations), 0)::int as count from directory_published.source where source <> $1',
    [SOURCE],
  );
  return count;
}
