import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Forbidden, type Language, ResumeExpired, Unauthenticated, UserInputError } from '#libs/kernel';
import { TooManyRequests } from '../limits/too-many-requests.ts';
import type { Log } from '../observability/log.ts';
import { say } from '../words/words.ts';
import { DeadlinePassed, isUnreachable, nothingWasSaved } from './unreachable.ts';

/** Who is told, and of what. */
export interface Telling {
  readonly language: Language;
  readonly requestId: string;
  readonly operation: 'query' | 'mutation' | 'subscription' | null;
  readonly log: Log;
}

const LONGEST_MESSAGE = 400;
const worded = [Unauthenticated, Forbidden, ResumeExpired] as const;

/** What a caller may know of an error: a code, words in their language, and for what we did not foresee an id that our log knows. */
export function tell(error: GraphQLError, telling: Telling): GraphQLFormattedError {
  const { path, locations } = error;
  const where = { ...(locations && { locations }), ...(path && { path }) };
  const { message, code, more } = said(error, telling);
  return { message, ...where, extensions: { code, ...more } };
}

type Said = { message: string; code: string; more?: object };

function said(error: GraphQLError, telling: Telling): Said {
  const cause = causeOf(error);
  const known = worded.find(kind => cause instanceof kind) && (cause as InstanceType<(typeof worded)[number]>); // found just before
  if (known) return { message: say(telling.language, known.code), code: known.code };
  if (cause instanceof UserInputError) return { message: short(cause.message), code: cause.code };
  if (cause instanceof TooManyRequests)
    return { message: say(telling.language, cause.code, { ...cause.params }), code: cause.code, more: cause.params };
  if (cause === undefined || cause instanceof GraphQLError) return ofOurMaking(error) ? internal(error, telling) : fromTheDocument(error);
  if (cause instanceof DeadlinePassed || isUnreachable(cause)) return unavailable(cause, telling);
  return internal(cause, telling);
}

/** graphql wraps what a resolver throws, sometimes twice. */
function causeOf(error: GraphQLError): Error | undefined {
  let cause: Error | undefined = error.originalError ?? undefined;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** An answer that does not fit the schema is our fault; an argument that does not is the caller's, even when found while executing. */
const ofOurMaking = ({ path, extensions, message }: GraphQLError): boolean =>
  path !== undefined && extensions.code === undefined && !/^(Argument|Variable) "/.test(message);

/** Of the caller's own making; graphql's suggestions would tell names that were not asked for. */
function fromTheDocument(error: GraphQLError): Said {
  const code = typeof error.extensions.code === 'string' ? error.extensions.code : 'BAD_USER_INPUT';
  return { message: short(error.message.replace(/ ?Did you mean [^?]*\?/g, '')), code };
}

function unavailable(cause: Error, telling: Telling): Said {
  const unsure = telling.operation === 'mutation' && !nothingWasSaved(cause);
  telling.log.warn({ requestId: telling.requestId, cause: cause.message }, 'unavailable');
  return { message: say(telling.language, unsure ? 'OUTCOME_UNKNOWN' : 'UNAVAILABLE'), code: 'UNAVAILABLE' };
}

function internal(cause: Error, telling: Telling): Said {
  const id = randomUUID().slice(0, 8);
  telling.log.error(
    { requestId: telling.requestId, trace: id, error: { name: cause.name, message: cause.message, stack: cause.stack } },
    'unforeseen',
  );
  return { message: say(telling.language, 'INTERNAL', { id }), code: 'INTERNAL', more: { id } };
}

/** graphql repeats the value that it did not like; of a long one, both ends are enough. */
const short = (message: string): string =>
  message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE / 2)} … ${message.slice(-LONGEST_MESSAGE / 2)}`;
