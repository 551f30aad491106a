import { useQuery } from '@apollo/client/react';
import type { GapFilter } from '../hub/gql/graphql.ts';
import { FirstGaps } from './gaps.query.ts';
import { useGapsTold } from './use-told.ts';

/** The first gaps by order, as they change; null until they were read. */
export function useFirstGaps(filter: GapFilter, first: number, skip = false) {
  const { data, previousData, error, refetch } = useQuery(FirstGaps, {
    variables: { filter, first },
    skip,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const reread = useGapsTold({ position: data?.position, error: skip ? undefined : error, refetch });
  const page = (data ?? previousData)?.gaps;
  return page ? { total: page.totalCount, gaps: page.edges.map(({ node }) => node), reread } : null;
}
