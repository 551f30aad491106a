import type { EntityManager } from 'typeorm';
import { type Frame, settled, type TerritoryFact, territoryOf } from '../territories/territory-of-place.ts';

/** As `directory_published.plain` compares names, nearly: enough for words that we know beforehand. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('’', "'").trim();

export interface Term {
  readonly names: readonly string[];
  readonly code?: string;
  readonly parent?: string;
}

/** What our reference data calls things, by which an import recognizes them. */
export class KnownWords {
  private constructor(
    private readonly categories: ReadonlyMap<string, string>,
    readonly territories: readonly TerritoryFact[],
    private readonly frame: Frame,
  ) {}

  static async from(manager: EntityManager): Promise<KnownWords> {
    const categories = await manager.query<Named[]>('select code, name_fr, name_en from directory.category');
    const territories = await manager.query<(Named & TerritoryFact)[]>('select * from directory.territory order by code');
    const [frame] = await manager.query<[Frame]>('select west, south, east, north from directory.region');
    return new KnownWords(
      new Map(categories.flatMap(category => namesOf(category).map(name => [name, category.code]))),
      territories.map(territory => ({ ...territory, names: namesOf(territory) })),
      frame,
    );
  }

  /** Our category for a term of some taxonomy, or for one above it; null where it is none of ours. */
  categoryOf(termId: string, terms: ReadonlyMap<string, Term>): string | null {
    const seen = new Set<string>();
    for (let at: string | undefined = termId; at && !seen.has(at); at = terms.get(at)?.parent) {
      seen.add(at);
      const { names, code } = terms.get(at) ?? { names: [] };
      const ours = [code ?? '', ...names].map(word => this.categories.get(plain(word))).find(Boolean);
      if (ours) return ours;
    }
    return null;
  }

  /** By its code or its name; a municipality before an MRC of the same name. */
  territoryNamed(name: string): string | null {
    const found = this.territories.filter(({ code, names }) => code === plain(name) || names.includes(plain(name)));
    return (found.find(({ kind }) => kind === 'MUNICIPALITY') ?? found[0])?.code ?? null;
  }

  territoryAt(words: readonly (string | undefined)[], latitude?: number, longitude?: number): string | null {
    const said = words.filter(word => word !== undefined).map(plain);
    return territoryOf({ words: said, latitude, longitude }, this.territories, this.frame);
  }

  /** The same of a place that has a territory already: it stays, unless a boundary says otherwise. */
  territoryStill(code: string | null, words: readonly string[], latitude: number, longitude: number): string | null {
    return settled(code, { words: words.map(plain), latitude, longitude }, this.territories, this.frame);
  }
}

interface Named {
  readonly code: string;
  readonly name_fr: string;
  readonly name_en: string;
}
const namesOf = ({ code, name_fr, name_en }: Named): string[] => [code, plain(name_fr), plain(name_en)];
