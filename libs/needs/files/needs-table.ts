import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

export type ImportNeedsCode =
  | 'IMPORT_NEEDS_NO_HEADER'
  | 'IMPORT_NEEDS_UNKNOWN_COLUMN'
  | 'IMPORT_NEEDS_UNREADABLE'
  | 'IMPORT_NEEDS_MONTH'
  | 'IMPORT_NEEDS_COUNT'
  | 'IMPORT_NEEDS_INSTANT'
  | 'IMPORT_NEEDS_CODE'
  | 'IMPORT_NEEDS_MISSING'
  | 'IMPORT_NEEDS_COLUMNS'
  | 'IMPORT_NEEDS_TWICE';

/** What could not be taken, and where it stands in the file; `line` from 1, the header's. */
export interface NeedsProblem {
  readonly line: number;
  readonly column: string | null;
  readonly code: ImportNeedsCode;
  readonly params: Record<string, string>;
}

/** The whole file is none. */
export class NeedsFileRefused extends Error {
  constructor(
    readonly code: ImportNeedsCode,
    readonly params: Record<string, string> = {},
  ) {
    super(code);
  }
}

/** A column by what people call it. */
const columns: Record<string, string> = {
  ...{ month: 'month', mois: 'month', needs: 'needs', besoins: 'needs', n: 'needs', total: 'needs' },
  ...{ at: 'at', date: 'at', ended_at: 'at', endedat: 'at', jour: 'at', id: 'id', source_id: 'id', sourceid: 'id', identifiant: 'id' },
  ...{
    category: 'category',
    categorie: 'category',
    kind: 'kind',
    besoin: 'kind',
    genre_de_besoin: 'kind',
    outcome: 'outcome',
    resultat: 'outcome',
  },
  ...{ reason: 'reason', unmet_reason: 'reason', unmetreason: 'reason', motif: 'reason' },
  ...{ territory: 'territory', territoire: 'territory', neighbourhood: 'territory', neighborhood: 'territory', quartier: 'territory' },
  ...{
    municipality: 'municipality',
    municipalite: 'municipality',
    language: 'language',
    langue: 'language',
    gender: 'gender',
    genre: 'gender',
    sexe: 'gender',
  },
  ...{ age_group: 'age', agegroup: 'age', age: 'age', groupe_d_age: 'age', line: 'line', ligne: 'line', interpreted: 'interpreted' },
};

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

export interface NeedsLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The lines of a CSV with commas or semicolons, in UTF-8, under the names of its columns; lines of another width are told apart. */
export async function* linesOf(
  path: string,
  refused: (problem: NeedsProblem) => void,
): AsyncGenerator<{ header: readonly string[] } | NeedsLine> {
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
      max_record_size: 100_000,
    }),
  );
  let header: string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!header) {
        header = record.map(name => {
          const known = columns[plain(name)];
          if (!known) throw new NeedsFileRefused('IMPORT_NEEDS_UNKNOWN_COLUMN', { name });
          return known;
        });
        yield { header };
      } else if (record.length !== header.length) refused({ line: info.lines, column: null, code: 'IMPORT_NEEDS_COLUMNS', params: {} });
      else yield { line: info.lines, cells: Object.fromEntries(header.map((name, n) => [name, record[n]!])) };
    }
  } catch (error) {
    throw error instanceof NeedsFileRefused ? error : new NeedsFileRefused('IMPORT_NEEDS_UNREADABLE');
  }
  if (!header) throw new NeedsFileRefused('IMPORT_NEEDS_NO_HEADER');
}
