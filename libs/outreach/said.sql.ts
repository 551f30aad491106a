import type { Transaction } from '#libs/platform';
import type { Said } from './given.ts';

const values = ({ filter, ...said }: Partial<Said>) => ({ ...said, ...(filter && { filter: JSON.stringify(filter) }) });

/** Columns are ours; what is in them is not. */
export async function insertSaid(tx: Transaction, table: 'campaign' | 'rule', said: Said, more: Record<string, unknown>): Promise<void> {
  const row = { ...values(said), ...more };
  const places = Object.keys(row).map((_, n) => `$${n + 1}`);
  await tx.manager.query(
    `insert into outreach.${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}

export async function updateSaid(
  tx: Transaction,
  table: 'campaign' | 'rule',
  id: string,
  said: Partial<Said>,
  more: Record<string, unknown> = {},
): Promise<void> {
  const row = { ...values(said), ...more };
  const set = Object.keys(row).map((column, n) => `${column} = $${n + 2}`);
  await tx.manager.query(`update outreach.${table} set ${set.join(', ')} where id = $1`, [id, ...Object.values(row)]);
}
