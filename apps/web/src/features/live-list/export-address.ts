import type { ServiceFilter } from '../../hub/gql/graphql.ts';

/** The filter as the hub's exports read it: lists with commas, points as latitude,longitude; in the order of the list. */
export function exportAddress(kind: string, filter: ServiceFilter, language: string): string {
  const asked = new URLSearchParams({ lang: language, sort: 'RELEVANCE' });
  const put = (name: string, value: string | null | undefined) => value && asked.set(name, value);
  const { near, serving } = filter;
  put('text', filter.text);
  put('territory', filter.territory);
  put('categories', filter.categories?.join(','));
  put('languages', filter.languages?.join(','));
  put('states', filter.states?.join(','));
  put('toConfirm', filter.toConfirm ? '1' : null);
  put('openAt', filter.openAt);
  put('near', near && [near.latitude, near.longitude, near.withinKm].join(','));
  put('serving', serving && [serving.latitude, serving.longitude].join(','));
  return `/exports/services.${kind}?${asked}`;
}
