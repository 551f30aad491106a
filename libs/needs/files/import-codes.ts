import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import { Territories } from '../contacts/territories.ts';

/** Codes by themselves, or by what they are called in either language. */
export interface KnownCodes {
  readonly region: string;
  readonly zone: string;
  territory(given: string): string | undefined;
  municipalityOf(territory: string): string | null;
  category(given: string): string | undefined;
  kind(given: string): string | undefined;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** What a file of figures may name. */
@Injectable()
export class ImportCodes {
  constructor(@Inject(Territories) private readonly territories: Territories) {}

  async read(tx: Transaction): Promise<KnownCodes> {
    const rows = await tx.manager.query<{ what: string; code: string; names: string[]; parent: string | null; kind: string | null }[]>(
      `select 'territory' as what, code, array[name_fr, name_en] as names, parent, kind from directory_published.territory
       union all select 'category', code, array[name_fr, name_en], null, null from directory_published.category
       union all select 'kind', code, array[name_fr, name_en], null, null from needs.kind
       union all select distinct on (code) 'kind', code, array[name_fr, name_en], null, null from crises_published.need_kind`,
    );
    const [{ zone }] = await tx.manager.query<[{ zone: string }]>('select time_zone as zone from directory_published.region');
    const find = (what: string) => {
      const named = new Map(
        rows
          .filter(row => row.what === what)
          .flatMap(({ code, names }) => [code, ...names.filter(Boolean)].map(name => [plain(name), code] as const)),
      );
      for (const { code } of rows.filter(row => row.what === what)) named.set(plain(code), code);
      return (given: string) => named.get(plain(given));
    };
    const [territory, category, kind] = [find('territory'), find('category'), find('kind')];
    const places = new Map(rows.filter(({ what }) => what === 'territory').map(row => [row.code, row]));
    const municipalityOf = (code: string) => {
      const place = places.get(code);
      return place?.kind === 'MUNICIPALITY' ? code : place?.kind === 'NEIGHBOURHOOD' ? place.parent : null;
    };
    return { region: await this.territories.region(tx), zone, territory, municipalityOf, category, kind };
  }
}
