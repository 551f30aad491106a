import type { GapFilter } from '../../hub/gql/graphql.ts';
import { type Column, columns, statesOf } from '../../needs/columns.ts';

export const views = ['list', 'columns', 'map'] as const;
export type View = (typeof views)[number];

/** What the address asks for. */
export interface Asked {
  readonly view: View;
  /** None: all but what is closed; the board shows that too. */
  readonly columns: readonly Column[];
  readonly kind: string | null;
  readonly territory: string | null;
  readonly crisis: string | null;
  /** `mine`: proposed to one of one's own, or that one of them has committed to. */
  readonly organization: string | null;
  readonly followed: boolean;
}

export function askedIn(address: URLSearchParams): Asked {
  const named = (address.get('state') ?? '').split(',');
  return {
    view: views.find(view => view === address.get('view')) ?? 'list',
    columns: columns.filter(column => named.includes(column)),
    kind: address.get('kind') || null,
    territory: address.get('territory') || null,
    crisis: address.get('crisis') || null,
    organization: address.get('organization') || null,
    followed: address.get('followed') === '1',
  };
}

/** By how many of them the list is narrowed. */
export const narrowedBy = ({ columns: chosen, kind, territory, crisis, organization, followed }: Asked): number =>
  [chosen.length > 0, kind, territory, crisis, organization, followed].filter(Boolean).length;

/** The columns that are shown. */
export const shownIn = ({ view, columns: chosen }: Asked): Column[] =>
  columns.filter(column => (chosen.length > 0 ? chosen.includes(column) : view === 'columns' || column !== 'closed'));

/** `own`: the organizations that « mine » are. */
export const filterOf = ({ kind, territory, crisis, organization, followed }: Asked, own: readonly string[]): GapFilter => ({
  ...(kind && { kinds: [kind] }),
  ...(territory && { territories: [territory] }),
  ...(crisis && { crisisId: crisis }),
  ...(organization && { organizations: organization === 'mine' ? [...own] : [organization] }),
  ...(followed && { followed: true }),
});

export const filterOfColumn = (filter: GapFilter, column: Column): GapFilter => ({ ...filter, states: statesOf[column] });

/** The same in a file: lists with commas. */
export function exportSearch(asked: Asked, own: readonly string[], language: string): string {
  const filter = { ...filterOf(asked, own), states: shownIn(asked).flatMap(column => statesOf[column]) };
  const said = Object.entries(filter).map(([name, value]) => [name, value === true ? '1' : String(value)] as const);
  return new URLSearchParams([...said.map(([name, value]) => [name, value]), ['lang', language]]).toString();
}
