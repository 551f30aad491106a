import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { TerritoryKind } from '#libs/schema';
import { UnknownCode } from '../needs.refusals.ts';

interface Named {
  readonly code: string;
  readonly parent: string | null;
}

/** Territories by what people call them. */
@Injectable()
export class Territories {
  /** By its code or its name, accents and capitals forgiven; null where nothing is given. */
  async named(tx: Transaction, given: string | null | undefined, kind: TerritoryKind, field: string): Promise<Named | null> {
    const name = given?.trim();
    if (!name) return null;
    const [found] = await tx.manager.query<Named[]>(
      `select code, parent from directory_published.territory
       where kind = $2 and (code = lower($1) or $3 in (${slug('name_fr')}, ${slug('name_en')}, code)) order by code = lower($1) desc limit 1`,
      [name, kind, slugOf(name)],
    );
    if (!found) throw new UnknownCode('TERRITORY_UNKNOWN', field);
    return found;
  }

  /** Where somebody is of whom nothing is known: the municipality that most of the region's former towns lie in. */
  async region(tx: Transaction): Promise<string> {
    const [found] = await tx.manager.query<[{ code: string }]>(
      `select municipality.code from directory_published.territory municipality
         left join directory_published.territory town on town.parent = municipality.code
       where municipality.kind = 'MUNICIPALITY' group by municipality.code order by count(town.code) desc, municipality.code limit 1`,
    );
    return found.code;
  }
}

/** As codes are made: no accents, letters and digits with hyphens between. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const slug = (column: string): string => `trim(both '-' from regexp_replace(directory_published.plain(${column}), '[^a-z0-9]+', '-', 'g'))`;
