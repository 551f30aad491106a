import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';
import type { Organization } from '#libs/schema';

/** An organization for whoever belongs to it, or was told its id. A confidential one is not for lists: ask `organizations` for those. */
@Injectable()
export class OrganizationById extends Loader<string, Organization> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<Organization[]>(
      `select id, kind, jsonb_build_object('fr', name_fr, 'en', name_en) as name from directory.organization where id = any($1)`,
      [ids],
    );
    return new Map(rows.map(organization => [organization.id, organization]));
  }
}
