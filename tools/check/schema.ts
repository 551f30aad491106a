import { globSync, readFileSync } from 'node:fs';
import { concatAST, extendSchema, GraphQLSchema, type DocumentNode, Kind, parse } from 'graphql';

/** The schema that the rooms' SDL makes together: a type may be begun in one and gone on in another. */
export function schemaOf(files: readonly string[]): GraphQLSchema {
  const document = concatAST(files.map(file => parse(readFileSync(file, 'utf8'))));
  return extendSchema(new GraphQLSchema({}), merged(document));
}

export const ourSchema = (): GraphQLSchema => schemaOf(globSync('{libs,demo}/**/*.graphql').sort());

/** The second and later definitions of Query, Mutation and Subscription extend the first, as Nest reads them. */
function merged(document: DocumentNode): DocumentNode {
  const begun = new Set<string>();
  const definitions = document.definitions.map(definition => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !begun.has(definition.name.value)) {
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) begun.add(definition.name.value);
      return definition;
    }
    return { ...definition, kind: Kind.OBJECT_TYPE_EXTENSION } as const;
  });
  return { ...document, definitions };
}
