import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { Loader } from '#libs/platform';
import type { Guarded } from '../service-record.loader.ts';

/** When a service that is closed at this hour opens, as far as its hours are known: eight weeks. */
@Injectable()
export class OpensNext extends Loader<string, Guarded & { opensAt: Date | null }> {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<(Guarded & { id: string; opensAt: Date | null })[]>(opensSql, [ids, this.clock.now()]);
    return new Map(rows.map(row => [row.id, row]));
  }
}

const opensSql = `
  select service.id, service.confidential or organization.confidential as confidential,
    jsonb_build_object('organizationId', service.organization_id, 'territories', service.territories) as placed,
    case when not opening.open_during @> $2::timestamptz
      then (select min(lower(period)) from unnest(opening.open_during) period where lower(period) > $2) end as "opensAt"
  from directory.service join directory.organization on organization.id = service.organization_id
    left join directory.opening on opening.service_id = service.id and opening.location_id is null
  where service.id = any($1)`;
