import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { graphql } from '../../hub/graphql.ts';
import { useText } from '../../ui/localized.tsx';

const Named = graphql(`
  fragment NamedService on Service {
    id
    name {
      fr
      en
    }
  }
`);

/** What the services of the list are called: the map's labels say the same. */
export function useNames(services: readonly { id: string }[]): ReadonlyMap<string, string> {
  const { cache } = useApolloClient();
  const textOf = useText();
  const key = services.map(({ id }) => id).join();
  return useMemo(
    () =>
      new Map(
        services.map(({ id }) => {
          const named = cache.readFragment({
            id: cache.identify({ __typename: 'Service', id }),
            fragment: Named,
            fragmentName: 'NamedService',
          });
          return [id, textOf(named?.name)];
        }),
      ),
    [key, cache],
  );
}
