import { Inject, Injectable } from '@nestjs/common';
import { Prepared } from '#libs/platform';
import { ofThatWay, streetNames, whereNamed } from './where-named.ts';

/** A place that words name: located there, as anybody may know it. */
export interface There {
  readonly prefix: string | null;
  /** Plain names of streets. */
  readonly streets: readonly string[];
}

/** What is looked for, and where, of a text that says both. */
export interface Parted {
  readonly rest: string;
  readonly there: There;
}

const CODE = /\b[a-z]\d[a-z](?:[ -]?\d[a-z]\d)?\b/i;
const WAY =
  /(?:^|[\s,])(?:\d+\S*[\s,]+)?((?:rue|avenue|av|ave|boulevard|boul|blvd|chemin|ch|mont[ée]e|mt[ée]e|place|pl|rang|route|rte|street)\.?\s.+)$/i;

/** Beginnings of postal codes and streets of the directory, in what somebody looks for. */
@Injectable()
export class WhereInText {
  constructor(@Inject(Prepared) private readonly prepared: Prepared) {}

  /** Null where the text names no place that is known. */
  async of(text: string): Promise<Parted | null> {
    const [code] = CODE.exec(text) ?? [];
    if (code) {
      const there = { prefix: code.slice(0, 3).toUpperCase(), streets: [] };
      return (await this.isKnown(there)) ? { rest: text.replace(code, ' ').trim(), there } : null;
    }
    const said = WAY.exec(text);
    const there = said && (await this.streets(said[1]!));
    return there ? { rest: text.slice(0, said.index).trim(), there } : null;
  }

  /** The streets that are called so. */
  async streets(name: string): Promise<There | null> {
    const { street } = whereNamed(name);
    if (street.length === 0) return null;
    const rows = await this.prepared.query<{ name: string }>(streetsSql, [streetNames(street)]);
    const streets = ofThatWay(rows, name).map(row => row.name);
    return streets.length > 0 ? { prefix: null, streets } : null;
  }

  private async isKnown({ prefix }: There): Promise<boolean> {
    const rows = await this.prepared.query('select from directory_published.street where prefix = $1 limit 1', [prefix]);
    return rows.length > 0;
  }
}

/** Whole words: who looks for something types it to its end. */
const streetsSql = `
  select distinct spaced as name from directory_published.street
  where spaced like any (select '%' || name || '%' from unnest($1::text[]) name)
    and ' ' || spaced || ' ' like any (select '% ' || name || ' %' from unnest($1::text[]) name)`;
