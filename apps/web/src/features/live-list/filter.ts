import type { ServiceFilter, ServiceState } from '../../hub/gql/graphql.ts';
import { states } from '../../ui/tokens.mjs';

/** Where somebody means: a territory by its code, or a point. */
export type Where = { name: string; territory: string | null; point: [latitude: number, longitude: number] | null };

/** What the list is of; it stands in the address, so that a link shows the same to whoever opens it. */
export type Chosen = {
  text: string;
  where: Where | null;
  states: ServiceState[];
  toConfirm: boolean;
  category: string | null;
  language: string | null;
  openNow: boolean;
};

export const everything: Chosen = {
  text: '',
  where: null,
  states: [],
  toConfirm: false,
  category: null,
  language: null,
  openNow: false,
};

export const NEAR_KM = 5;

export function chosenIn(address: URLSearchParams): Chosen {
  const named = (address.get('state') ?? '').split(',');
  return {
    text: address.get('q') ?? '',
    where: whereIn(address),
    states: states.filter(state => named.includes(state)),
    toConfirm: named.includes('TO_CONFIRM'),
    category: address.get('category') || null,
    language: address.get('language') || null,
    openNow: address.get('open') === 'now',
  };
}

function whereIn(address: URLSearchParams): Where | null {
  const territory = address.get('territory') || null;
  const name = address.get('where') || territory;
  const point = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(address.get('at') ?? '');
  if (!name || !(territory || point)) return null;
  return { name, territory, point: territory || !point ? null : [Number(point[1]), Number(point[2])] };
}

export function addressOf({ text, where, states: chosen, toConfirm, category, language, openNow }: Chosen): URLSearchParams {
  const address = new URLSearchParams();
  const named = toConfirm ? [...chosen, 'TO_CONFIRM'] : chosen;
  if (text.trim()) address.set('q', text);
  if (where?.territory) address.set('territory', where.territory);
  else if (where?.point) address.set('at', where.point.join(','));
  if (where && where.name !== where.territory) address.set('where', where.name);
  if (named.length > 0) address.set('state', named.join(','));
  if (category) address.set('category', category);
  if (language) address.set('language', language);
  if (openNow) address.set('open', 'now');
  return address;
}

/** `now`: at which moment it is to be open, RFC 3339. */
export function filterOf({ text, where, states: chosen, toConfirm, category, language, openNow }: Chosen, now: string): ServiceFilter {
  const [latitude, longitude] = where?.point ?? [];
  const around = latitude !== undefined &&
    longitude !== undefined && { near: { latitude, longitude, withinKm: NEAR_KM }, serving: { latitude, longitude } };
  return {
    ...(text.trim() && { text: text.trim() }),
    ...(where?.territory && { territory: where.territory }),
    ...around,
    ...(chosen.length > 0 && { states: chosen }),
    ...(toConfirm && { toConfirm: true }),
    ...(category && { categories: [category] }),
    ...(language && { languages: [language] }),
    ...(openNow && { openAt: now }),
  };
}

export const isEverything = (chosen: Chosen): boolean => [...addressOf(chosen)].length === 0;
