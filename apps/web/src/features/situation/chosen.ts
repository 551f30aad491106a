import type { ServiceFilter } from '../../hub/gql/graphql.ts';
import { states } from '../../ui/tokens.mjs';
import { type Bucket, buckets } from './board.ts';

/** What the board is of; it stands in the address. The buckets are chosen here, of all that the hub was asked for. */
export interface Chosen {
  readonly buckets: readonly Bucket[];
  readonly category: string | null;
  readonly territory: string | null;
  readonly crisis: string | null;
}

export function chosenIn(address: URLSearchParams): Chosen {
  const named = (address.get('state') ?? '').split(',');
  return {
    buckets: buckets.filter(bucket => named.includes(bucket)),
    category: address.get('category') || null,
    territory: address.get('territory') || null,
    crisis: address.get('crisis') || null,
  };
}

export function addressOf({ buckets: chosen, category, territory, crisis }: Chosen): URLSearchParams {
  const address = new URLSearchParams();
  if (chosen.length > 0) address.set('state', chosen.join(','));
  if (category) address.set('category', category);
  if (territory) address.set('territory', territory);
  if (crisis) address.set('crisis', crisis);
  return address;
}

export const filterOf = ({ category, territory, crisis }: Chosen): ServiceFilter => ({
  ...(category && { categories: [category] }),
  ...(territory && { territory }),
  ...(crisis && { crisisId: crisis }),
});

export const toggled = (chosen: readonly Bucket[], bucket: Bucket): Bucket[] =>
  buckets.filter(each => (each === bucket ? !chosen.includes(each) : chosen.includes(each)));

/** The same selection in the list that anybody sees. */
export function listAddress(chosen: Chosen): string {
  const search = addressOf({ ...chosen, buckets: [...states, 'TO_CONFIRM' as const].filter(each => chosen.buckets.includes(each)) });
  return `/?${search.toString()}`;
}

/** The same selection across a room. */
export function wallAddress(chosen: Chosen): string {
  const search = addressOf({ ...chosen, buckets: [] }).toString();
  return `/situation/wall${search && `?${search}`}`;
}
