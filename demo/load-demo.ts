import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OpeningBook } from '#libs/directory';
import { Clock } from '#libs/kernel';
import { addWords, UnitOfWork } from '#libs/platform';
import { analyzed } from './analyzed.ts';
import { daysBefore, LONG } from './history/days.ts';
import { tellThePast } from './history/tell-the-past.ts';
import laval from './laval.json' with { type: 'json' };
import { loadMore } from './load-more.ts';
import { loadPeople, speakers } from './load-people.ts';
import { loadInvented, loadMembers, OWN } from './load-region.ts';
import { alone, demandDemonstration, loadingOf, organizationsOfOthers, serviceId } from './the-loading.ts';
import { type Then, then } from './then.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

/** The region as it is shown, with its history; fewer for who is in a hurry, more to see a hub full. */
export const REGION = 400;

export interface DemoAsked {
  /** Invented services are added up to so many. */
  readonly services?: number;
  readonly onProgress?: (services: number) => void;
}

export interface DemoLoaded {
  readonly organizations: number;
  readonly services: number;
  readonly accounts: number;
  readonly words: number;
}

/** The demonstration region, where nothing is yet. Null where there is something to keep. */
export async function loadDemoIfEmpty(app: INestApplicationContext, asked: DemoAsked = {}): Promise<DemoLoaded | null> {
  return alone(app, async () => ((await isWanted(app)) ? load(app, asked) : null));
}

/** The same, whatever there is of it: what it finds it leaves as it is, and adds to it. */
export async function loadDemo(app: INestApplicationContext, asked: DemoAsked = {}): Promise<DemoLoaded> {
  await demandDemonstration(app);
  return alone(app, () => load(app, asked));
}

async function isWanted(app: INestApplicationContext): Promise<boolean> {
  const { manager } = app.get(DataSource);
  return (await organizationsOfOthers(manager)) === 0 && !(await loadingOf(manager));
}

async function load(app: INestApplicationContext, { services = REGION, onProgress = () => undefined }: DemoAsked): Promise<DemoLoaded> {
  const { manager } = app.get(DataSource);
  const held = await loadingOf(manager);
  const first = held ? { organizations: 0, services: 0, accounts: 0, words: 0 } : await loadRegion(app, Math.min(services, REGION));
  const there = held?.services ?? Math.max(OWN, Math.min(services, REGION));
  if (services <= there) return first;
  let told = 0;
  const more = await loadMore(app, there, services, async reached => {
    await manager.query('update demo.loading set services = $1', [reached]);
    if (reached < 2 * told && reached < services) return onProgress(reached);
    await analyzed(manager); // also for the parts that follow
    told = reached;
    onProgress(reached);
  });
  const sum = (key: keyof typeof more) => first[key] + more[key];
  return { ...first, organizations: sum('organizations'), services: sum('services'), words: sum('words') };
}

/** All of it or nothing. */
const loadRegion = (app: INestApplicationContext, services: number): Promise<DemoLoaded> =>
  then(app, there => enter(there, services, app.get(Clock).now()));

/** As if the directory had been taken in three weeks ago, by who says so; and then what was said of it. */
export async function enter({ rooms, manager, turn }: Then, services: number, now: Date): Promise<DemoLoaded> {
  const { today, at } = await daysBefore(manager, now);
  turn(at(LONG + 1, 8));
  const members = await loadMembers(rooms);
  const { invented, ...more } = await loadInvented(rooms, 0, Math.max(0, services - OWN), today);
  const accounts = await loadPeople(rooms);
  const people = await speakers(rooms);
  const words = await tellThePast({ rooms, manager, turn }, invented, people, now);
  const ids = [...laval.services.map(({ id }) => id), ...invented.map(({ key }) => serviceId(key))];
  await rooms.get(UnitOfWork).run(tx => rooms.get(OpeningBook).recount(tx, ids));
  await manager.query('insert into demo.loading (services, begun_at, loaded_at) values ($1, $2, $2)', [OWN + invented.length, now]);
  await analyzed(manager);
  return { organizations: members.organizations + more.organizations, services: members.services + more.services, accounts, words };
}
