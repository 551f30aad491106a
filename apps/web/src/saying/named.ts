import type { ApolloCache } from '@apollo/client';
import { graphql } from '../hub/graphql.ts';
import type { ReplacementNameFragment } from '../hub/gql/graphql.ts';
import type { Text } from '../ui/sureness.ts';

/** A service that takes another's place is known here by its name alone. */
const Named = graphql(`
  fragment ReplacementName on Service {
    id
    name {
      fr
      en
    }
  }
`);
const of = (id: string) => ({ id: `Service:${id}`, fragment: Named, fragmentName: 'ReplacementName' });

export const nameHeld = (cache: ApolloCache, id: string): ReplacementNameFragment | null => cache.readFragment(of(id));

export const holdName = (cache: ApolloCache, id: string, { fr = null, en = null }: Text): void =>
  void cache.writeFragment({ ...of(id), data: { __typename: 'Service', id, name: { __typename: 'LocalizedText', fr, en } } });
