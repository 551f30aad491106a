import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Why nothing came of a request: it was not heard, nobody is signed in, or the hub said no. */
export type Reason = { kind: 'no line' } | { kind: 'sign in' } | { kind: 'no'; code: string; message: string };

/** Answers of a server that will be the same however often it is asked. */
const lasting = (status: number) => status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);

const named = (code: string, message: string): Reason => (code === 'UNAUTHENTICATED' ? { kind: 'sign in' } : { kind: 'no', code, message });

export function reasonOf(error: unknown): Reason {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const code = first?.extensions?.['code'];
    if (code === 'TOO_MANY_REQUESTS' || code === 'RATE_LIMITED') return { kind: 'no line' };
    return named(typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR', first?.message ?? '');
  }
  if (ServerError.is(error)) {
    if (error.statusCode === 401) return { kind: 'sign in' };
    if (lasting(error.statusCode)) return { kind: 'no', code: `HTTP_${error.statusCode}`, message: '' };
  }
  return { kind: 'no line' };
}
