import type { ApolloCache, NormalizedCacheObject, TypedDocumentNode } from '@apollo/client';
import type { FragmentDefinitionNode } from 'graphql';

/** Every service of which this device holds that part, without asking the hub. */
export function heldServices<Part>(cache: ApolloCache, fragment: TypedDocumentNode<Part>): Part[] {
  const { name } = fragment.definitions[0] as FragmentDefinitionNode; // graphql() was given one fragment
  const all = cache.extract() as NormalizedCacheObject; // client.ts makes an InMemoryCache
  return Object.keys(all)
    .filter(id => id.startsWith('Service:'))
    .flatMap(id => (cache.readFragment({ id, fragment, fragmentName: name.value }) as Part | null) ?? []);
}
