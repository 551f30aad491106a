import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Placed } from '#libs/kernel';
import { Loader } from '#libs/platform';

/** What decides who may see a listed service, as it is now. */
@Injectable()
export class ServiceSeen extends Loader<string, Placed & { readonly confidential: boolean }> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<(Placed & { id: string; confidential: boolean })[]>(
      `select id, organization_id as "organizationId", territories, confidential from directory_published.service where id = any($1)`,
      [ids],
    );
    return new Map(rows.map(row => [row.id, row]));
  }
}
