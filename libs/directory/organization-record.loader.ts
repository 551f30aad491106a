import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';
import type { Organization } from '#libs/schema';
import { type Guarded, texts } from './service-record.loader.ts';

type Facts = Pick<Organization, 'description' | 'url' | 'email' | 'preferredChannel' | 'bestHour' | 'relay'>;
export type OrganizationRecord = Guarded & { facts: Facts };

/** What is said of an organization beside its name. */
@Injectable()
export class OrganizationRecordById extends Loader<string, OrganizationRecord> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<(OrganizationRecord & { id: string })[]>(recordSql, [ids]);
    return new Map(rows.map(row => [row.id, row]));
  }
}

/** A confidential organization that speaks for another is not told by it. */
const recordSql = `
  select organization.id, organization.confidential,
    jsonb_build_object('organizationId', organization.id, 'territories', '[]'::jsonb) as placed,
    jsonb_build_object(
      'description', ${texts('organization.description_fr', 'organization.description_en')},
      'url', organization.url, 'email', organization.email,
      'preferredChannel', organization.preferred_channel, 'bestHour', to_char(organization.best_hour, 'HH24:MI'),
      'relay', case when not relay.confidential then jsonb_build_object('id', relay.id, 'kind', relay.kind,
        'name', ${texts('relay.name_fr', 'relay.name_en')}) end) as facts
  from directory.organization left join directory.organization relay on relay.id = organization.relay_organization_id
  where organization.id = any($1)`;
