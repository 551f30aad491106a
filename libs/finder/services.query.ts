import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import type { Service, ServiceConnection, ServiceFilter } from '#libs/schema';
import { serviceSql, servicesSql } from './services.sql.ts';

const NOWHERE = '00000000-0000-0000-0000-000000000000';
const MOST = 200;
const FARTHEST_KM = 20_000;
const NEAR_KM = 5;

/** `services` and `service`: one statement each that answers in the shape of the schema, over what directory and status publish. */
@Injectable()
export class Services {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async page(actor: Actor, given: ServiceFilter | null | undefined, first: number, after?: string | null): Promise<ServiceConnection> {
    if (first < 0) throw new UserInputError('`first` cannot be negative.');
    const filter = given ?? {};
    const { near, bbox } = filter;
    if (near) refuseImpossiblePoint(near.latitude, near.longitude, near.withinKm ?? NEAR_KM);
    const [name, id] = after ? cursorFrom(after) : [null, null];
    const [row] = await this.db.query<[{ answer: ServiceConnection }]>(servicesSql, [
      this.clock.now(),
      actor.organizationsFor('service:read-confidential'),
      filter.territory ?? null,
      filter.categories ?? null,
      filter.organizations?.map(each => idFrom(each) ?? NOWHERE) ?? null,
      filter.languages ?? null,
      filter.text?.trim() || null,
      filter.states ?? null,
      filter.toConfirm ?? false,
      near?.latitude ?? null,
      near?.longitude ?? null,
      near ? (near.withinKm ?? NEAR_KM) : null,
      bbox ? [bbox.west, bbox.south, bbox.east, bbox.north] : null,
      name,
      id,
      Math.min(first, MOST),
    ]);
    return row.answer;
  }

  /** Null for one that is unknown, or that the caller may not see. */
  async one(actor: Actor, id: string): Promise<Service | null> {
    const known = idFrom(id);
    if (!known) return null;
    const [row] = await this.db.query<{ answer: Service }[]>(serviceSql, [
      this.clock.now(),
      actor.organizationsFor('service:read-confidential'),
      known,
    ]);
    return row?.answer ?? null;
  }
}

function refuseImpossiblePoint(latitude: number, longitude: number, withinKm: number): void {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw new UserInputError('This point is not on the Earth.');
  if (!(withinKm > 0 && withinKm <= FARTHEST_KM)) throw new UserInputError(`withinKm is above 0, at most ${FARTHEST_KM}.`);
}

function cursorFrom(cursor: string): [name: string, id: string] {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64').toString()) as unknown[];
    const known = typeof id === 'string' && idFrom(id);
    if (typeof name === 'string' && known) return [name, known];
  } catch {
    // said below
  }
  throw new UserInputError('This is not a cursor of this list.');
}
