import { type Column, columns } from '../../needs/columns.ts';

export type Order = Readonly<Partial<Record<Column, readonly string[]>>>;

/** What a list does not show yet: those that are new to it, and those that stand in another column by now. */
export function waitingIn(shown: Order, fresh: Order): number {
  const places = new Map(columns.flatMap(column => (shown[column] ?? []).map(id => [id, column] as const)));
  return columns.flatMap(column => (fresh[column] ?? []).filter(id => places.get(id) !== column)).length;
}
