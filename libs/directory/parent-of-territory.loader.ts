import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';
import type { KnownTerritory } from './territory-by-code.loader.ts';

/** What a territory lies in; null for the largest. */
@Injectable()
export class ParentOfTerritory extends Loader<string, KnownTerritory> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(codes: readonly string[]) {
    const rows = await this.db.query<(KnownTerritory & { child: string })[]>(
      `select lower.code as child, higher.code, higher.kind, jsonb_build_object('fr', higher.name_fr, 'en', higher.name_en) as name
       from directory.territory lower join directory.territory higher on higher.code = lower.parent where lower.code = any($1)`,
      [codes],
    );
    return new Map(rows.map(({ child, ...territory }) => [child, territory]));
  }
}
