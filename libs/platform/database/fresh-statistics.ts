import type { EntityManager } from 'typeorm';

/** After many rows at once: the planner is told of them now, not when the database finds the time. */
export async function freshStatistics(manager: EntityManager, rooms: readonly string[]): Promise<void> {
  const tables = await manager.query<{ name: string }[]>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname = any($1) and has_table_privilege(format('%I.%I', schemaname, tablename), 'maintain') order by name`,
    [rooms],
  );
  for (const { name } of tables)
    await manager.transaction(async within => {
      await within.query('set local statement_timeout = 0');
      await within.query(`analyze ${name}`);
    });
}
