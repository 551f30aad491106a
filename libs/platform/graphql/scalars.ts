import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const instant = /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

function scalar<In, Out>(name: string, read: (text: string) => In, write: (value: unknown) => Out): GraphQLScalarType<In, Out> {
  const fromText = (value: unknown) => {
    if (typeof value !== 'string') throw bad(`${name} is written as a string.`);
    return read(value);
  };
  const parseLiteral = (node: { kind: Kind; value?: unknown }) => fromText(node.kind === Kind.STRING ? node.value : undefined);
  return new GraphQLScalarType({ name, parseValue: fromText, parseLiteral, serialize: write });
}

const bad = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** The day as it is written, if the calendar has it: there is no 30th of February. */
function dayFrom(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw bad('This day is not in the calendar; a day is written 2026-03-02.');
  const year = day.getUTCFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR) throw bad(`The year must be from ${FIRST_YEAR} to ${LAST_YEAR}.`);
  return text;
}

function timeFrom(text: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw bad('A time of day is written 09:00.');
  return text;
}

/** It is only told, never asked. */
function geometryFrom(): never {
  throw bad('No operation takes a geometry.');
}

function instantFrom(text: string): Date {
  const day = instant.exec(text)?.[1];
  if (!day) throw bad('An instant is written as in RFC 3339: 2026-03-02T14:12:00Z.');
  dayFrom(day);
  return new Date(text.toUpperCase());
}

/** SQL that answers in the schema's shape gives instants as text. */
function instantText(value: unknown): string {
  const date = value instanceof Date ? value : new Date(String(value));
  if (Number.isNaN(date.getTime())) throw new Error('What should be an instant is not one.');
  return date.toISOString();
}

export const scalars = {
  DateTime: scalar('DateTime', instantFrom, instantText),
  Date: scalar('Date', dayFrom, value => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value))),
  GeoJson: scalar('GeoJson', geometryFrom, value => value),
  TimeOfDay: scalar('TimeOfDay', timeFrom, value => String(value)),
  /** Whether it is one of ours is for the log to say: it knows what to answer. */
  Position: scalar(
    'Position',
    text => text.slice(0, 100),
    value => String(value),
  ),
};
