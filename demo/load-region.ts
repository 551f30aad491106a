import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ImportHsds } from '#libs/directory';
import { Clock } from '#libs/kernel';
import laval from './laval.json' with { type: 'json' };
import { inventedServices } from './region/region.ts';
import { SOURCE } from './the-loading.ts';

/** So many are imported at once: as many more are never in memory. */
const AT_ONCE = 2_000;

export type Progress = (services: number) => void;

export interface RegionLoaded {
  readonly organizations: number;
  readonly services: number;
}

/** The members with their own services, then invented ones up to so many; what is there already stays as it is. */
export async function loadRegion(app: INestApplicationContext, upTo: number, onProgress: Progress): Promise<RegionLoaded> {
  const invented = Math.max(0, upTo - laval.services.length);
  const today = await todayOf(app);
  let loaded = await take(app, laval, 'laval.json');
  for (let from = 0; from < invented; from += AT_ONCE) {
    const { organizations, services } = inventedServices(from, Math.min(AT_ONCE, invented - from), today);
    const more = await take(app, { organizations, services: services.map(({ record }) => record) }, 'invented');
    loaded = { organizations: loaded.organizations + more.organizations, services: loaded.services + more.services };
    onProgress(Math.min(upTo, laval.services.length + from + AT_ONCE));
  }
  return loaded;
}

async function take(app: INestApplicationContext, document: object, name: string): Promise<RegionLoaded> {
  const { counts, problems } = await app.get(ImportHsds).runOn(document, name, { source: SOURCE });
  if (problems.length > 0) throw new Error(`The demonstration data is broken: ${JSON.stringify(problems[0])}`);
  return { organizations: counts.of.organization.created, services: counts.of.service.created };
}

/** The region's own day. */
async function todayOf(app: INestApplicationContext): Promise<string> {
  const [{ today }] = await app
    .get(DataSource)
    .query<[{ today: string }]>(`select ($1::timestamptz at time zone time_zone)::date::text as today from directory_published.region`, [
      app.get(Clock).now(),
    ]);
  return today;
}
