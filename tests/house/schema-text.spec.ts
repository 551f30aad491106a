import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { TestHub } from '../support/test-hub.ts';

const FILE = 'migrations/schema.txt';

/** Everything that defends the data and no entity says: reviewed as a diff of one file (WRITE_SCHEMA=1 writes it). */
const schemaText = `
  with rooms as (select oid, nspname from pg_namespace where nspname !~ '^(pg_|information_schema|graphile_worker|public$)')
  select line from (
    select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
      where connamespace in (select oid from rooms) and contype <> 'n'
    union all select 'index ' || regexp_replace(indexdef, 'INDEX \\S+ ON', 'ON') from pg_indexes where schemaname in (select nspname from rooms)
    union all select 'view ' || oid::regclass || ': ' || regexp_replace(pg_get_viewdef(oid), '\\s+', ' ', 'g') from pg_class
      where relkind = 'v' and relnamespace in (select oid from rooms)
    union all select 'function ' || oid::regprocedure || ' ' || md5(regexp_replace(pg_get_functiondef(oid), '\\s+', ' ', 'g')) from pg_proc
      where pronamespace in (select oid from rooms)
    union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger
      where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace in (select oid from rooms))
    union all select 'row security ' || oid::regclass || case when relforcerowsecurity then ' forced' else '' end from pg_class
      where relrowsecurity and relnamespace in (select oid from rooms)
    union all select 'policy ' || schemaname || '.' || tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies
    union all select 'grant ' || grantee || ' ' || table_schema || '.' || table_name || ' ' || string_agg(privilege_type, ',' order by privilege_type)
      from information_schema.role_table_grants where grantee in ('fanal_app', 'fanal_audit', 'PUBLIC') and table_schema in (select nspname from rooms)
      group by grantee, table_schema, table_name
    union all select 'grant columns of ' || attrelid::regclass || ' ' || regexp_replace(attacl::text, '/[^,}]+', '', 'g') || ' ' || string_agg(attname, ',' order by attname)
      from pg_attribute where attacl is not null and attrelid in (select oid from pg_class where relnamespace in (select oid from rooms))
      group by attrelid, attacl::text
    union all select 'execute ' || oid::regprocedure || ' ' || regexp_replace(proacl::text, '/[^,}]+', '', 'g') from pg_proc
      where proacl is not null and pronamespace in (select oid from rooms)
  ) lines order by line collate "C"`;

test('constraints, indexes, views, functions, triggers, policies and grants are those of migrations/schema.txt', async () => {
  const hub = await TestHub.start();
  const rows: { line: string }[] = await hub.db.query(schemaText);
  await hub.close();
  const text = `${rows.map(({ line }) => line).join('\n')}\n`;
  if (process.env.WRITE_SCHEMA === '1') writeFileSync(FILE, text);
  expect(existsSync(FILE) && readFileSync(FILE, 'utf8')).toBe(text);
});
