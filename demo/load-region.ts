import type { INestApplicationContext } from '@nestjs/common';
import { ImportHsds } from '#libs/directory';
import laval from './laval.json' with { type: 'json' };
import { type Invented, inventedServices } from './region/region.ts';
import { SOURCE } from './the-loading.ts';

export interface RegionLoaded {
  readonly organizations: number;
  readonly services: number;
}

export interface Taken extends RegionLoaded {
  readonly invented: readonly Invented[];
}

/** The members' own services. */
export const OWN = laval.services.length;

export const loadMembers = (app: INestApplicationContext): Promise<RegionLoaded> => take(app, laval, 'laval.json');

/** So many invented ones, from the nth on. */
export async function loadInvented(app: INestApplicationContext, from: number, count: number, today: string): Promise<Taken> {
  const { organizations, services } = inventedServices(from, count, today);
  if (count === 0) return { organizations: 0, services: 0, invented: [] };
  return { ...(await take(app, { organizations, services: services.map(({ record }) => record) }, 'invented')), invented: services };
}

async function take(app: INestApplicationContext, document: object, name: string): Promise<RegionLoaded> {
  const { counts, problems } = await app.get(ImportHsds).runOn(document, name, { source: SOURCE });
  if (problems.length > 0) throw new Error(`The demonstration data is broken: ${JSON.stringify(problems[0])}`);
  return { organizations: counts.of.organization.created, services: counts.of.service.created };
}
