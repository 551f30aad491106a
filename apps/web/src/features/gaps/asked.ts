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

export const isNarrowed = ({ columns: chosen, kind, territory, crisis, organization, followed }: Asked): boolean =>
  chosen.length > 0 || Boolean(kind ?? territory ?? crisis ?? organization) || followed;

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

/** The same in a file. */
export function exportSearch(asked: Asked, own: readonly string[]): string {
  const filter = filterOf(asked, own);
  const search = new URLSearchParams();
  for (const column of asked.columns) for (const state of statesOf[column]) search.append('states', state);
  for (const [name, value] of Object.entries(filter)) for (const one of [value].flat()) search.append(name, String(one));
  return search.toString();
}
