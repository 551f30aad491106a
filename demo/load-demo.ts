import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { addWords } from '#libs/platform';
import { loadPeople } from './load-people.ts';
import { loadRegion, type Progress } from './load-region.ts';
import { sayFirstWords } from './say-first-words.ts';
import { alone, demandDemonstration, loadingOf, organizationsOfOthers } from './the-loading.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

/** The region as it is shown; fewer for who is in a hurry, more to see a hub full. */
export const REGION = 400;

export interface DemoAsked {
  /** Invented services are added up to so many. */
  readonly services?: number;
  readonly onProgress?: Progress;
}

export interface DemoLoaded {
  readonly organizations: number;
  readonly services: number;
  readonly accounts: number;
  readonly reports: number;
}

/** The demonstration region, where nothing is yet, or where its loading was cut short. Null where there is something to keep. */
export async function loadDemoIfEmpty(app: INestApplicationContext, asked: DemoAsked = {}): Promise<DemoLoaded | null> {
  return alone(app, async () => ((await isWanted(app)) ? load(app, asked) : null));
}

/** The same, whatever there is of it: what it finds it leaves as it is. */
export async function loadDemo(app: INestApplicationContext, asked: DemoAsked = {}): Promise<DemoLoaded> {
  await demandDemonstration(app);
  return alone(app, () => load(app, asked));
}

async function isWanted(app: INestApplicationContext): Promise<boolean> {
  const { manager } = app.get(DataSource);
  return (await organizationsOfOthers(manager)) === 0 && !(await loadingOf(manager))?.loadedAt;
}

async function load(app: INestApplicationContext, { services = REGION, onProgress = () => undefined }: DemoAsked): Promise<DemoLoaded> {
  const { manager } = app.get(DataSource);
  const now = () => app.get(Clock).now();
  await manager.query(
    `insert into demo.loading (services, begun_at) values ($1, $2)
     on conflict (only_one) do update set services = greatest(loading.services, excluded.services)`,
    [services, now()],
  );
  const region = await loadRegion(app, services, onProgress);
  const accounts = await loadPeople(app);
  const reports = await sayFirstWords(app);
  await manager.query('update demo.loading set loaded_at = coalesce(loaded_at, $1)', [now()]);
  return { ...region, accounts, reports };
}
