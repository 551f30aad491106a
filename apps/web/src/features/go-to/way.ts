import type { GoToQuery } from '../../hub/gql/graphql.ts';
import type { IconName } from '../../ui/icon.tsx';

/** Somewhere to go, or something to do, by its name. */
export type Way = {
  key: string;
  words: string;
  beside?: string;
  icon: IconName;
  /** An address of this app, or something else that is done. */
  go: string | (() => void);
};

type Said = { words: string; beside: string };

export const toService = (id: string, said: Said): Way => ({ key: id, ...said, icon: 'list', go: `/services/${id}` });

/** Find help, of what was asked. */
export const listOf = (asked: Record<string, string>): string => `/?${new URLSearchParams(asked)}`;

/** An organization has no page of its own: its services are what its name finds. */
export function toSuggested({ serviceId, organizationId, categoryCode }: GoToQuery['suggestions'][number], said: Said): Way {
  if (serviceId) return toService(serviceId, said);
  if (categoryCode) return { key: categoryCode, ...said, icon: 'search', go: listOf({ category: categoryCode }) };
  const icon = organizationId ? 'person' : 'search';
  return { key: organizationId ?? `words ${said.words}`, ...said, icon, go: listOf({ q: said.words }) };
}

/** A thousandth of a degree is a hundred metres: as much as a distance needs. */
const round = (degrees: number) => Math.round(degrees * 1_000) / 1_000;

/** Find help, around a place or in it. */
export function toPlace({ kind, latitude, longitude, territory }: GoToQuery['places'][number], said: Said): Way {
  const where = said.words;
  const go =
    kind === 'TERRITORY' && territory
      ? listOf({ territory: territory.code, where })
      : listOf({ at: `${round(latitude)},${round(longitude)}`, where });
  return { key: `${kind} ${where} ${territory?.code}`, ...said, icon: 'pin', go };
}
