import { type FragmentType, gql, type MaybeMasked, type TypedDocumentNode } from '@apollo/client';
import { createFragmentRegistry } from '@apollo/client/cache';
import { useFragment } from '@apollo/client/react';
import type { FragmentDefinitionNode } from 'graphql';
import type { graphql as typed } from './gql/gql.ts';

/** Every fragment a loaded component has declared, found by its name: a feature's documents travel with the feature. */
export const fragments = createFragmentRegistry();

/** Types come from the generated overloads; the document is parsed here, so no generated code reaches the bundle. */
export const graphql = ((source: string) => {
  const document = gql(source);
  fragments.register(document);
  return document;
}) as typeof typed;

/** The part of a thing that a component has declared, kept current; nothing until all of it is here. */
export function usePart<F>(fragment: TypedDocumentNode<F>, from: FragmentType<F>): MaybeMasked<F> | undefined {
  // The registry adds the fragments that this one spreads; Apollo then wants to know which is meant.
  const { name } = fragment.definitions[0] as FragmentDefinitionNode; // graphql() above was given one fragment
  const { data, dataState } = useFragment<F>({ fragment, fragmentName: name.value, from: from as never });
  // `as`, and `never`: useFragment answers one or many by what `from` is, which a type parameter leaves open; here it is one.
  return dataState === 'complete' ? (data as MaybeMasked<F>) : undefined;
}
