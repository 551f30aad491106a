import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/** The names of the fields asked for at a path below this one, through fragments; what an @include leaves out is among them. */
export function fieldsAsked({ fieldNodes, fragments }: GraphQLResolveInfo, ...path: string[]): ReadonlySet<string> {
  let sets = fieldNodes.map(({ selectionSet }) => selectionSet);
  for (const step of path)
    sets = sets.flatMap(set => fieldsIn(set).flatMap(field => (field.name.value === step ? [field.selectionSet] : [])));
  return new Set(sets.flatMap(set => fieldsIn(set).map(({ name }) => name.value)));

  function fieldsIn(set: SelectionSetNode | undefined): { name: { value: string }; selectionSet?: SelectionSetNode }[] {
    return (set?.selections ?? []).flatMap(selection => {
      if (selection.kind === 'Field') return [selection];
      if (selection.kind === 'InlineFragment') return fieldsIn(selection.selectionSet);
      return fieldsIn(fragments[selection.name.value]?.selectionSet);
    });
  }
}
