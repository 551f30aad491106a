import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Limits } from '../settings/limits.ts';
import { costOf } from './cost.ts';
import { staticLimits } from './static-limits.ts';

/** A document that may be executed, or why not. */
export type Prepared =
  { document: DocumentNode; asksPosition: boolean; cost: ReturnType<typeof costOf> } | { errors: readonly GraphQLError[] };

const KEPT_CHARACTERS = 4_000_000;

/** From text to a document within the limits and the schema. Remembers the good ones: a screen sends the same text for ever. */
export class Preparation {
  private readonly kept = new Map<string, Prepared>();
  private keptCharacters = 0;
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits,
  ) {}

  of(source: unknown): Prepared {
    if (typeof source !== 'string' || source === '') return refused('A request holds a `query`, as text.', 'BAD_REQUEST');
    if (source.length > this.limits.documentCharacters)
      return refused(`A document has at most ${this.limits.documentCharacters} characters.`, 'GRAPHQL_PARSE_FAILED');
    const known = this.kept.get(source);
    if (known) return known;
    const prepared = this.prepare(source);
    if ('document' in prepared) this.keep(source, prepared);
    return prepared;
  }

  private prepare(source: string): Prepared {
    try {
      const document = parse(source, { maxTokens: this.limits.documentTokens });
      const shapeless = validate(this.schema, document, [staticLimits(this.limits)]); // before rules that would walk all of it
      const errors = shapeless.length > 0 ? shapeless : validate(this.schema, document, specifiedRules, { maxErrors: this.limits.errors });
      if (errors.length > 0) return { errors: errors.slice(0, this.limits.errors).map(error => coded(error, 'GRAPHQL_VALIDATION_FAILED')) };
      return { document, asksPosition: asksPosition(this.schema, document), cost: costOf(this.schema, document, this.limits) };
    } catch (error) {
      if (error instanceof RangeError) return refused('The document is too deeply nested.', 'GRAPHQL_PARSE_FAILED'); // the stack is not for strangers to fill
      if (error instanceof GraphQLError) return { errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] };
      throw error;
    }
  }

  private keep(source: string, prepared: Prepared): void {
    this.kept.set(source, prepared);
    this.keptCharacters += source.length;
    for (const oldest of this.kept.keys()) {
      if (this.keptCharacters <= KEPT_CHARACTERS) return;
      this.kept.delete(oldest);
      this.keptCharacters -= oldest.length;
    }
  }
}

const refused = (message: string, code: string): Prepared => ({ errors: [new GraphQLError(message, { extensions: { code } })] });

/** With the code, unless whoever found it has said a better one. */
export const coded = (error: GraphQLError, code: string): GraphQLError =>
  error.extensions.code
    ? error
    : new GraphQLError(error.message, {
        nodes: error.nodes,
        source: error.source,
        positions: error.positions,
        path: error.path,
        extensions: { code },
      });

/** Whether `Query.position` is asked for anywhere in it. */
function asksPosition(schema: GraphQLSchema, document: DocumentNode): boolean {
  let asks = false;
  const types = new TypeInfo(schema);
  const look = {
    [Kind.FIELD](field: { name: { value: string } }) {
      asks ||= field.name.value === 'position' && types.getParentType() === schema.getQueryType();
    },
  };
  visit(document, visitWithTypeInfo(types, look));
  return asks;
}
