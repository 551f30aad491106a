import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';
import type { Organization } from '#libs/schema';
import { texts } from './service-record.loader.ts';

type Named = Pick<Organization, 'id' | 'kind' | 'name'>;

/** For whom an organization speaks, by their names; nobody who is confidential. */
@Injectable()
export class RelayFor extends Loader<string, Named[]> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<{ relay: string; organizations: Named[] }[]>(
      `select relay_organization_id as relay,
         jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'name', ${texts('name_fr', 'name_en')}) order by sort_name, id) as organizations
       from directory.organization where relay_organization_id = any($1) and not confidential group by relay_organization_id`,
      [ids],
    );
    return new Map(rows.map(({ relay, organizations }) => [relay, organizations]));
  }
}
