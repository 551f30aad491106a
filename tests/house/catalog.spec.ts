import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { TestHub } from '../support/test-hub.ts';

/** The catalog's view of one column, in words that an entity can be asked for too. */
const catalog = `
  select n.nspname || '.' || c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable,
    case when a.attgenerated = '' then regexp_replace(pg_get_expr(d.adbin, d.adrelid), '::[a-z ]+(\\[\\])?$', '') end as default
  from pg_attribute a left join pg_attrdef d on (d.adrelid, d.adnum) = (a.attrelid, a.attnum) join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where a.attnum > 0 and not a.attisdropped and c.relkind = 'r' and n.nspname || '.' || c.relname = any($1)
  order by 1, 2`;

const written: Record<string, string> = { time: 'time without time zone', timestamptz: 'timestamp with time zone' };

let hub: TestHub;
beforeAll(async () => void (hub = await TestHub.start()));
afterAll(() => hub?.close());

const described = (column: ColumnMetadata) => {
  const type = hub.db.driver.normalizeType(column);
  return {
    table: column.entityMetadata.tablePath,
    name: column.databaseName,
    type: (written[type] ?? type) + (column.isArray ? '[]' : ''),
    nullable: column.isNullable,
    default: column.default === undefined ? null : (hub.db.driver.normalizeDefault(column) ?? null),
  };
};

test('entities say of their columns what the migrated database says', async () => {
  const tables = hub.db.entityMetadatas.map(entity => entity.tablePath);
  const columns = hub.db.entityMetadatas.flatMap(entity => entity.columns.map(described));
  const inDatabase = await hub.db.query(catalog, [tables]);
  const byName = (a: { table: string; name: string }, b: typeof a) => (a.table + a.name < b.table + b.name ? -1 : 1);
  expect(columns.sort(byName)).toEqual([...inDatabase].sort(byName));
});

test('the hub owns nothing, passes no row-level security, and may not change what only grows', async () => {
  const [{ role }] = await hub.db.query('select current_user as role');
  expect(role).toBe('fanal_app');
  const owned = await hub.db.query(`select relname from pg_class where pg_get_userbyid(relowner) = 'fanal_app'`);
  expect(owned).toEqual([]);
  for (const table of ['platform.event', 'status.report', 'platform.audit_entry'])
    await expect(hub.db.query(`delete from ${table}`)).rejects.toThrow('permission denied');
});
