import { csvRecords } from './csv-records.ts';
import { type HsdsSource, type RawRow, type Table, tables, UnreadableSource } from './hsds-source.ts';
import { type Place, problem, type Report } from './import-problem.ts';

/** Files by their path in a datapackage, wherever they lie. */
export interface Files {
  readonly names: readonly string[];
  open(name: string): Promise<AsyncIterable<Buffer>>;
  close(): Promise<void>;
}

const DESCRIPTION = 'datapackage.json';
const LONGEST_DESCRIPTION = 5_000_000;

/** A datapackage: a CSV for each object. Its description may say where they are; without one they are found by their names. */
export async function csvSource(files: Files, report: Report): Promise<HsdsSource> {
  const base = folderOf(files.names);
  const named = await described(files, base);
  const found = new Map<Table, string>();
  for (const table of Object.keys(tables) as Table[]) {
    const candidates = [named.get(table), ...tables[table].map(name => base + name)];
    const name = candidates.find(candidate => candidate !== undefined && files.names.includes(candidate));
    if (name) found.set(table, name);
  }
  if (!found.has('organization') && !found.has('service')) throw new UnreadableSource('SOURCE_NOT_HSDS');
  const read = new Set(found.values());
  return {
    has: table => found.has(table),
    rows: table => rowsOf(files, found.get(table), base, report),
    unread: files.names.filter(name => name.endsWith('.csv') && !read.has(name)),
    close: () => files.close(),
  };
}

/** A zip of a folder holds the folder. */
function folderOf(names: readonly string[]): string {
  const known: string[] = [DESCRIPTION, ...tables.organization, ...tables.service];
  const name = names.find(each => known.includes(each.slice(each.lastIndexOf('/') + 1))) ?? '';
  return name.slice(0, name.lastIndexOf('/') + 1);
}

/** What `datapackage.json` calls each table's file. */
async function described(files: Files, base: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (!files.names.includes(base + DESCRIPTION)) return found;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await files.open(base + DESCRIPTION)) {
    if ((size += chunk.length) > LONGEST_DESCRIPTION) throw new UnreadableSource('SOURCE_TOO_LARGE', { file: DESCRIPTION });
    chunks.push(chunk);
  }
  try {
    const { resources } = JSON.parse(Buffer.concat(chunks).toString()) as { resources?: unknown };
    for (const each of Array.isArray(resources) ? resources : []) {
      const { name, path } = each as { name?: unknown; path?: unknown };
      const table = (Object.keys(tables) as Table[]).find(
        known => known === name || tables[known].some(file => file === `${String(name)}.csv`),
      );
      if (table && typeof path === 'string') found.set(table, base + path.replace(/^\.\//, '')); // opened only if it is one of `names`
    }
  } catch {
    throw new UnreadableSource('SOURCE_NOT_JSON', { file: DESCRIPTION });
  }
  return found;
}

async function* rowsOf(files: Files, name: string | undefined, base: string, report: Report): AsyncGenerator<RawRow, void> {
  if (!name) return;
  const file = name.slice(base.length);
  let columns: readonly string[] | undefined;
  const said: Report = each => report({ ...each, column: columns?.[Number(each.column) - 1] ?? each.column });
  for await (const { line, fields } of csvRecords(await files.open(name), file, said)) {
    if (!columns) columns = fields.map(field => field.trim().toLowerCase());
    else {
      const at: Place = { file, line };
      const values: Record<string, unknown> = {};
      columns.forEach((column, place) => {
        const field = fields[place]!.trim(); // as many as columns: checked
        if (field !== '') values[column] = field;
      });
      if (Object.keys(values).length === 0) report(problem(at, 'IMPORT_NOT_A_ROW'));
      else yield { at, values };
    }
  }
}
