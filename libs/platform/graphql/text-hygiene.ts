import { GraphQLError, GraphQLID, type GraphQLScalarType, type GraphQLSchema, GraphQLString, Kind, type ValueNode } from 'graphql';

/** Over it no field of ours takes a text; fields with a limit of their own refuse in words before. */
export const LONGEST_TEXT = 100_000;

const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;
const bidi = /\p{Bidi_Control}/gu;

/** A text as we keep it: one form of each letter, one kind of line end, nothing that turns the writing around. */
export function cleanText(text: string): string {
  if (text.length > LONGEST_TEXT) throw badText(`This text has ${text.length} characters; the limit is ${LONGEST_TEXT}.`);
  if (!text.isWellFormed()) throw badText('This text holds half a character (a lone surrogate).');
  const lines = text.replace(/\r\n?/g, '\n');
  if (controls.test(lines)) throw badText('This text holds a control character.');
  return lines.normalize('NFC').replace(bidi, '');
}

const badText = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** graphql-js's own, taken before they are replaced: a process may hold several hubs. */
const original = new Map([GraphQLString, GraphQLID].map(type => [type, { parseValue: type.parseValue, parseLiteral: type.parseLiteral }]));

/**
 * Every String and every ID of every input, as a variable or written in the document, at any depth: they are parsed here and
 * nowhere else, so that no field can forget it.
 */
export function cleanTexts(schema: GraphQLSchema): GraphQLSchema {
  for (const [type, parse] of original) {
    const ours = schema.getType(type.name) as GraphQLScalarType<unknown> | undefined; // both names are scalars by the specification
    if (!ours) continue;
    ours.parseValue = value => cleaned(parse.parseValue(value));
    ours.parseLiteral = (node: ValueNode, variables) =>
      cleaned(node.kind === Kind.STRING ? parse.parseValue(node.value) : parse.parseLiteral(node, variables));
  }
  return schema;
}

const cleaned = (value: unknown): unknown => (typeof value === 'string' ? cleanText(value) : value);
