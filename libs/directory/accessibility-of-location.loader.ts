import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Placed } from '#libs/kernel';
import { Loader } from '#libs/platform';
import type { Accessibility } from '#libs/schema';
import { texts } from './service-record.loader.ts';

interface Told {
  readonly confidential: boolean;
  /** The services that are there: who may read one of them may read this. */
  readonly placed: readonly Placed[];
  readonly texts: readonly Accessibility[];
}

/** How one gets in; it may say where that is. */
@Injectable()
export class AccessibilityOfLocation extends Loader<string, Told> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<(Told & { id: string })[]>(accessibilitySql, [ids]);
    return new Map(rows.map(row => [row.id, row]));
  }
}

const accessibilitySql = `
  select location_id as id, bool_or(confidential) as confidential,
    jsonb_agg(jsonb_build_object('description', ${texts('description_fr', 'description_en')},
      'details', ${texts('details_fr', 'details_en')}, 'url', url) order by id) as texts,
    coalesce((select jsonb_agg(jsonb_build_object('organizationId', service.organization_id, 'territories', service.territories))
      from directory.service_at_location held join directory.service on service.id = held.service_id
      where held.location_id = accessibility.location_id), '[]') as placed
  from directory_published.accessibility where location_id = any($1) group by location_id`;
