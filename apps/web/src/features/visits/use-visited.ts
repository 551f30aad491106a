import { useQuery } from '@apollo/client/react';
import type { VisitedQuery } from '../../hub/gql/graphql.ts';
import { useReread } from '../../hub/use-reread.ts';
import { Visited } from './visits.query.ts';

export type VisitedService = VisitedQuery['services']['edges'][number]['node'];
export type VisitedOrganization = VisitedService['organization'] & { services: VisitedService[] };

const MOST = 200;

/** What these organizations offer, each with its own. */
export function useVisited(organizations: readonly string[]) {
  const { data, error, refetch } = useQuery(Visited, {
    variables: { organizations: [...organizations], first: MOST },
    skip: organizations.length === 0,
    fetchPolicy: 'cache-and-network',
  });
  const again = () => void refetch().catch(() => undefined); // `error` says so
  useReread(error !== undefined, again);
  const services = data?.services.edges.map(({ node }) => node);
  return {
    failed: error !== undefined && !data,
    visited: services && byOrganization(services, organizations),
  };
}

const byOrganization = (services: VisitedService[], ids: readonly string[]): VisitedOrganization[] =>
  ids.flatMap(id => {
    const own = services.filter(({ organization }) => organization.id === id);
    return own[0] ? [{ ...own[0].organization, services: own }] : [];
  });
