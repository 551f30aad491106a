import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Why nothing came of a request: nothing is known, nobody is signed in, the hub failed, or it said no. */
export type Reason = { kind: 'no line' } | { kind: 'sign in' } | { kind: 'failed' | 'no'; code: string; message: string };

/** Answered before anything was known of the request: asking again may help, and counts once. */
const nothingKnown = ['UNAVAILABLE', 'TOO_MANY_REQUESTS', 'RATE_LIMITED'];
const hubFailed = ['INTERNAL', 'INTERNAL_SERVER_ERROR'];

/** Answers of a server that will be the same however often it is asked. */
const lasting = (status: number) => status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);

function named(code: string, message: string): Reason {
  if (nothingKnown.includes(code)) return { kind: 'no line' };
  if (code === 'UNAUTHENTICATED') return { kind: 'sign in' };
  return { kind: hubFailed.includes(code) ? 'failed' : 'no', code, message };
}

export function reasonOf(error: unknown): Reason {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const code = first?.extensions?.['code'];
    return named(typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR', first?.message ?? '');
  }
  if (ServerError.is(error)) {
    if (error.statusCode === 401) return { kind: 'sign in' };
    if (error.statusCode === 500) return { kind: 'failed', code: 'HTTP_500', message: '' };
    if (lasting(error.statusCode)) return { kind: 'no', code: `HTTP_${error.statusCode}`, message: '' };
  }
  return { kind: 'no line' };
}
