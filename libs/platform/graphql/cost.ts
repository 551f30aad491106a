import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Limits } from '../settings/limits.ts';

/** How many fields, by the variables that multiply them: `first` of each list they lie in. */
type Count = ReadonlyMap<string, number>;

type Type = { getFields(): Record<string, GraphQLField<unknown, unknown>> } | undefined;

const NOTHING: Count = new Map();
const ENOUGH = 1e12;

const fragmentsOf = (document: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(document.definitions.flatMap(node => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));

/**
 * What an operation may come to: each field counts one, times the `first` of every list around it; a list at the root, which is
 * a statement of its own, counts for more. Fragments are counted once however often they are spread.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { listItems, rootListCost }: Pick<Limits, 'listItems' | 'rootListCost'>,
): (operation: OperationDefinitionNode, variables: Record<string, unknown>) => number {
  const fragments = fragmentsOf(document);
  const counted = new Map<string, Count>();
  const items = (given: unknown): number => Math.min(listItems, Math.max(1, typeof given === 'number' ? given : listItems));

  const countFragment = (fragment: FragmentDefinitionNode): Count => {
    const name = fragment.name.value;
    const known = counted.get(name);
    if (known) return known;
    counted.set(name, NOTHING); // one that spreads itself is refused by graphql's own rules
    const count = countIn(fragment.selectionSet, typeNamed(schema, fragment.typeCondition.name.value));
    counted.set(name, count);
    return count;
  };

  const countField = (field: FieldNode, type: Type): Count => {
    const known = type?.getFields()[field.name.value];
    const inner = plus(new Map([['', 1]]), countIn(field.selectionSet, known && typeNamed(schema, getNamedType(known.type).name)));
    const first = known?.args.find(({ name }) => name === 'first');
    if (!first) return inner;
    const times = multiplied(inner, firstOf(field, first), items);
    return type === schema.getQueryType() ? plus(times, new Map([['', rootListCost]])) : times;
  };

  const countIn = (selections: SelectionSetNode | undefined, type: Type): Count =>
    (selections?.selections ?? []).reduce<Count>((sum, selection) => {
      if (selection.kind === Kind.FIELD) return plus(sum, countField(selection, type));
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { selectionSet, typeCondition } = selection;
        return plus(sum, countIn(selectionSet, typeCondition ? typeNamed(schema, typeCondition.name.value) : type));
      }
      const fragment = fragments.get(selection.name.value);
      return fragment ? plus(sum, countFragment(fragment)) : sum;
    }, NOTHING);

  const counts = new Map<OperationDefinitionNode, Count>();
  return (operation, variables) => {
    const count = counts.get(operation) ?? countIn(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
    counts.set(operation, count);
    const defaults = new Map(operation.variableDefinitions?.map(each => [each.variable.name.value, each.defaultValue]));
    const valueOf = (name: string): unknown => {
      const otherwise = defaults.get(name);
      return name in variables ? variables[name] : otherwise?.kind === Kind.INT ? Number(otherwise.value) : undefined;
    };
    return [...count].reduce(
      (sum, [names, fields]) => sum + names.split(' ').reduce((product, name) => product * (name ? items(valueOf(name)) : 1), fields),
      0,
    );
  };
}

/** A number where the document says it, else the variable's name. */
function firstOf(field: FieldNode, first: GraphQLArgument): number | string | undefined {
  const given = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (given?.kind === Kind.INT) return Number(given.value);
  if (given?.kind === Kind.VARIABLE) return given.name.value;
  return typeof first.defaultValue === 'number' ? first.defaultValue : undefined;
}

function multiplied(count: Count, first: number | string | undefined, items: (given: unknown) => number): Count {
  const times = typeof first === 'string' ? 1 : items(first);
  const name = typeof first === 'string' ? first : '';
  return new Map([...count].map(([names, fields]) => [`${names} ${name}`.trim(), Math.min(ENOUGH, fields * times)]));
}

function plus(one: Count, other: Count): Count {
  const sum = new Map(one);
  for (const [names, fields] of other) sum.set(names, Math.min(ENOUGH, (sum.get(names) ?? 0) + fields));
  return sum;
}

function typeNamed(schema: GraphQLSchema, name: string): Type {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? type : undefined;
}
