import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Limits } from '../settings/limits.ts';

/** What a selection comes to once its fragments are spread. */
interface Size {
  depth: number;
  aliases: number;
  directives: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0 };
/** The usual introspection query is deeper than our limit, and graphql has its own bound on these. */
const introspective = new Set(['__schema', '__type']);
const ENOUGH = 1e9; // sums of sums double with every fragment: past this it does not matter by how much

/**
 * Bounds on the shape of a document, as a validation rule, so that what breaks them is an ordinary 400.
 * Each fragment is measured once however often it is spread.
 */
export function staticLimits(limits: Limits): (context: ValidationContext) => ASTVisitor {
  return context => ({
    Document(document) {
      for (const problem of problemsOf(document, limits)) context.reportError(new GraphQLError(problem));
    },
  });
}

export function problemsOf(document: DocumentNode, limits: Limits): string[] {
  if (document.definitions.length > limits.definitions) return [`A document holds at most ${limits.definitions} definitions.`];
  const measure = measurer(document);
  const operations = document.definitions.filter(node => node.kind === Kind.OPERATION_DEFINITION);
  return operations.flatMap(operation => problemsOfOperation(operation, measure, limits)); // fragments that none spreads are refused anyway
}

function problemsOfOperation(operation: OperationDefinitionNode, measure: Measure, limits: Limits): string[] {
  const { depth, aliases, directives } = measure(operation.selectionSet);
  const roots = rootFields(operation.selectionSet, measure);
  const most = operation.operation === 'mutation' ? limits.mutationRootFields : limits.rootFields;
  const variables = (operation.variableDefinitions ?? []).reduce((sum, variable) => sum + (variable.directives?.length ?? 0), 0);
  return [
    depth > limits.depth && `A selection is at most ${limits.depth} levels deep.`,
    aliases > limits.aliases && `An operation has at most ${limits.aliases} aliases.`,
    directives + variables + (operation.directives?.length ?? 0) > limits.directives &&
      `An operation has at most ${limits.directives} directives.`,
    roots > most && `A ${operation.operation} asks for at most ${most} fields at its root.`,
  ].filter(problem => problem !== false);
}

type Measure = ((selectionSet: SelectionSetNode | undefined) => Size) & { fragment: (name: string) => FragmentDefinitionNode | undefined };

function measurer(document: DocumentNode): Measure {
  const fragments = new Map(
    document.definitions.flatMap(node => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  const known = new Map<string, Size>();

  const sizeOfFragment = (name: string): Size => {
    const found = known.get(name);
    if (found) return found;
    known.set(name, NOTHING); // one that spreads itself is refused by graphql's own rules
    const fragment = fragments.get(name);
    const size = fragment ? plus(measure(fragment.selectionSet), directivesOf(fragment)) : NOTHING;
    known.set(name, size);
    return size;
  };

  const measure = (selectionSet: SelectionSetNode | undefined): Size =>
    (selectionSet?.selections ?? []).reduce<Size>((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return plus(sum, plus(sizeOfFragment(selection.name.value), directivesOf(selection)));
      const inner = plus(measure(selection.selectionSet), directivesOf(selection));
      if (selection.kind === Kind.INLINE_FRAGMENT) return plus(sum, inner);
      const depth = introspective.has(selection.name.value) ? 1 : inner.depth + 1;
      return plus(sum, { depth, aliases: inner.aliases + (selection.alias ? 1 : 0), directives: inner.directives });
    }, NOTHING);

  return Object.assign(measure, { fragment: (name: string) => fragments.get(name) });
}

/** Fields at the root, through fragments; a fragment is entered once, as execution does. */
function rootFields(selectionSet: SelectionSetNode, measure: Measure, entered = new Set<string>()): number {
  return selectionSet.selections.reduce((count, selection) => {
    if (selection.kind === Kind.FIELD) return count + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return count + rootFields(selection.selectionSet, measure, entered);
    const name = selection.name.value;
    if (entered.has(name)) return count;
    entered.add(name);
    const fragment = measure.fragment(name);
    return fragment ? count + rootFields(fragment.selectionSet, measure, entered) : count;
  }, 0);
}

const directivesOf = (node: ASTNode & { directives?: readonly unknown[] }): Size => ({
  ...NOTHING,
  directives: node.directives?.length ?? 0,
});

const plus = (one: Size, other: Size): Size => ({
  depth: Math.max(one.depth, other.depth),
  aliases: Math.min(ENOUGH, one.aliases + other.aliases),
  directives: Math.min(ENOUGH, one.directives + other.directives),
});
