import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock } from '#libs/kernel';
import { Loader } from '#libs/platform';
import type { SentSince } from '#libs/schema';
import { sentSinceSql } from './sent-since.sql.ts';

export type SentRow = SentSince & { readonly serviceId: string; readonly organizationId: string };

/** Who was sent to a service since it last spoke. */
@Injectable()
export class SentSinceOfService extends Loader<string, SentRow> {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  async seen(actor: Actor, serviceId: string): Promise<SentRow | null> {
    if (!actor.may('load:read')) return null;
    const sent = await this.load(serviceId);
    return sent && actor.may('load:read', { organizationId: sent.organizationId, territories: [] }) ? sent : null;
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<SentRow[]>(sentSinceSql, [ids, this.clock.now()]);
    return new Map(rows.map(row => [row.serviceId, row]));
  }
}
