import type { EntityManager } from 'typeorm';

/** One kind of record, as it is written by the hundreds. */
export interface Columns {
  readonly table: string;
  /** PostgreSQL's types. */
  readonly types: Readonly<Record<string, string>>;
  /** Written when the record is new, never after. */
  readonly once?: readonly string[];
  /** What is null in the source stays as it was here. */
  readonly kept?: readonly string[];
  /** For columns that may not be null. */
  readonly otherwise?: Readonly<Record<string, string>>;
  readonly dated?: boolean;
}

export type Values = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Which records were made and which changed; the others were so already. */
export interface Written {
  readonly created: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
}

/** Makes or changes them all in one statement. What would change nothing is not touched. */
export async function upsert(manager: EntityManager, columns: Columns, rows: readonly Values[]): Promise<Written> {
  const written = { created: new Set<string>(), changed: new Set<string>() };
  if (rows.length === 0) return written;
  const answer = await manager.query<{ id: string; created: boolean }[]>(upsertSql(columns), [JSON.stringify(rows)]);
  for (const { id, created } of answer) (created ? written.created : written.changed).add(id);
  return written;
}

function upsertSql({ table, types, once = [], kept = [], otherwise = {}, dated = false }: Columns): string {
  const names = Object.keys(types);
  const updated = names.filter(name => name !== 'id' && !once.includes(name));
  const value = (name: string) => (kept.includes(name) ? `coalesce(excluded.${name}, was.${name})` : `excluded.${name}`);
  const given = (name: string) => (otherwise[name] ? `coalesce(given.${name}, ${otherwise[name]})` : `given.${name}`);
  return `
    insert into directory.${table} as was (${names.join(', ')})
    select ${names.map(given).join(', ')}
    from jsonb_to_recordset($1::jsonb) as given (${names.map(name => `${name} ${types[name]}`).join(', ')})
    on conflict (id) do update set ${updated.map(name => `${name} = ${value(name)}`).join(', ')}${dated ? ', changed_at = now()' : ''}
    where (${updated.map(name => `was.${name}`).join(', ')}) is distinct from (${updated.map(value).join(', ')})
    returning id, xmax = 0 as created`;
}

/** Changes these columns where the source speaks of them; answers whose changed. */
export async function change(
  manager: EntityManager,
  table: string,
  types: Readonly<Record<string, string>>,
  rows: readonly Values[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const names = Object.keys(types);
  const list = (of: string) => names.map(name => `${of}.${name}`).join(', ');
  const [changed] = await manager.query<[{ id: string }[], number]>(
    `update directory.${table} was set ${names.map(name => `${name} = given.${name}`).join(', ')}
     from jsonb_to_recordset($1::jsonb) as given (id uuid, ${names.map(name => `${name} ${types[name]}`).join(', ')})
     where was.id = given.id and (${list('was')}) is distinct from (${list('given')}) returning was.id`,
    [JSON.stringify(rows)],
  );
  return changed.map(({ id }) => id);
}

/** Those of the ids that there are. */
export async function existing(manager: EntityManager, table: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await manager.query<{ id: string }[]>(`select id from directory.${table} where id = any($1)`, [ids]);
  return new Set(rows.map(({ id }) => id));
}
