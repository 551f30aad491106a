import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Category, Region, TerritoryKind } from '#libs/schema';
import type { KnownTerritory } from './territory-by-code.loader.ts';

const name = `jsonb_build_object('fr', name_fr, 'en', name_en) as name`;

/** `region`, `categories`, `territories`: what everything else is said in; few, and the same for all. */
@Injectable()
export class ReferenceData {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async region(): Promise<Region> {
    const [region] = await this.db.query<[Region]>(`select ${name}, time_zone as "timeZone", languages,
       jsonb_build_object('west', west, 'south', south, 'east', east, 'north', north) as frame from directory.region`);
    return region;
  }

  categories(): Promise<Category[]> {
    return this.db.query(`select code, ${name} from directory.category order by position`);
  }

  /** The larger ones first, then by name. */
  territories(kind?: TerritoryKind | null): Promise<KnownTerritory[]> {
    return this.db.query(
      `select code, kind, ${name} from directory.territory where $1::text is null or kind = $1
       order by array_position(array['PROVINCE', 'CMM', 'MRC', 'MUNICIPALITY', 'NEIGHBOURHOOD'], kind), directory_published.plain(name_fr) collate "C"`,
      [kind ?? null],
    );
  }
}
