import type { ServiceFilter, ServiceState } from '../../hub/gql/graphql.ts';
import { states } from '../../ui/tokens.mjs';

/** What the list is of; it stands in the address, so that a link shows the same to whoever opens it. */
export type Chosen = { text: string; states: ServiceState[]; toConfirm: boolean; category: string | null; territory: string | null };

export const everything: Chosen = { text: '', states: [], toConfirm: false, category: null, territory: null };

export function chosenIn(address: URLSearchParams): Chosen {
  const named = (address.get('state') ?? '').split(',');
  return {
    text: address.get('q') ?? '',
    states: states.filter(state => named.includes(state)),
    toConfirm: named.includes('TO_CONFIRM'),
    category: address.get('category') || null,
    territory: address.get('territory') || null,
  };
}

export function addressOf({ text, states: chosen, toConfirm, category, territory }: Chosen): URLSearchParams {
  const address = new URLSearchParams();
  const named = toConfirm ? [...chosen, 'TO_CONFIRM'] : chosen;
  if (text.trim()) address.set('q', text);
  if (named.length > 0) address.set('state', named.join(','));
  if (category) address.set('category', category);
  if (territory) address.set('territory', territory);
  return address;
}

export function filterOf({ text, states: chosen, toConfirm, category, territory }: Chosen): ServiceFilter {
  return {
    ...(text.trim() && { text: text.trim() }),
    ...(chosen.length > 0 && { states: chosen }),
    ...(toConfirm && { toConfirm: true }),
    ...(category && { categories: [category] }),
    ...(territory && { territory }),
  };
}

export const isEverything = (chosen: Chosen): boolean => [...addressOf(chosen)].length === 0;
