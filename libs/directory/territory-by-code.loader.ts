import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';
import type { Territory } from '#libs/schema';

/** The rest is resolved from its code. */
export type KnownTerritory = Pick<Territory, 'code' | 'kind' | 'name'>;

@Injectable()
export class TerritoryByCode extends Loader<string, KnownTerritory> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(codes: readonly string[]) {
    const rows = await this.db.query<KnownTerritory[]>(
      `select code, kind, jsonb_build_object('fr', name_fr, 'en', name_en) as name from directory.territory where code = any($1)`,
      [codes],
    );
    return new Map(rows.map(territory => [territory.code, territory]));
  }
}
