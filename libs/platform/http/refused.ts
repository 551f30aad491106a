import type { Request, Response } from 'express';
import { GraphQLError } from 'graphql';
import { type Language, languageFrom } from '#libs/kernel';
import { tell } from '../graphql/errors.ts';
import type { Log } from '../observability/log.ts';
import { fail } from './body.ts';

/** What is said of an error outside of GraphQL: the same, under the status that HTTP has for it. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly more: Record<string, unknown>;
}

const statuses: Record<string, number> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RESUME_EXPIRED: 410,
  TOO_MANY_REQUESTS: 429,
  UNAVAILABLE: 503,
};

export function refused(error: unknown, requestId: string, language: Language, log: Log): Refused {
  const originalError = error instanceof Error ? error : new Error(String(error));
  const told = tell(new GraphQLError(originalError.message, { originalError }), { language, requestId, operation: 'query', log });
  const { code, ...more } = told.extensions ?? {};
  return { status: statuses[String(code)] ?? 500, code: String(code), message: told.message, more };
}

/** In the shape of GraphQL's errors, in the language that the address or the browser asks for. */
export function refuse(request: Request, response: Response, error: unknown, log: Log): void {
  const { status, code, message, more } = refused(error, request.id ?? '', languageOf(request), log);
  if (typeof more.seconds === 'number') response.setHeader('retry-after', more.seconds);
  response.setHeader('cache-control', 'no-store');
  fail(response, status, code, message, more);
}

/** Who it is for may be what is not known: their account's language is not. */
function languageOf({ query, headers }: Request): Language {
  return query.lang === 'fr' || query.lang === 'en' ? query.lang : languageFrom(headers['accept-language']);
}
