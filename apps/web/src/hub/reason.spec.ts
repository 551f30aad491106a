import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { describe, expect, test } from '@jest/globals';
import { reasonOf } from './reason.ts';

const said = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: 'Non.', extensions: { code } }] });
const status = (number: number) => new ServerError('…', { response: new Response(null, { status: number }), bodyText: '' });

describe('why nothing came of a request', () => {
  test.each(['UNAVAILABLE', 'TOO_MANY_REQUESTS', 'RATE_LIMITED'])('%s: nothing is known, as without a line', code =>
    expect(reasonOf(said(code))).toEqual({ kind: 'no line' }),
  );
  test.each(['INTERNAL', 'INTERNAL_SERVER_ERROR'])('%s: the hub failed', code =>
    expect(reasonOf(said(code))).toEqual({ kind: 'failed', code, message: 'Non.' }),
  );
  test('nobody is signed in', () => expect(reasonOf(said('UNAUTHENTICATED'))).toEqual({ kind: 'sign in' }));
  test('the hub said no', () => expect(reasonOf(said('FORBIDDEN'))).toEqual({ kind: 'no', code: 'FORBIDDEN', message: 'Non.' }));
  test.each([408, 425, 429, 502, 503, 504])('%i: nothing is known', number =>
    expect(reasonOf(status(number))).toEqual({ kind: 'no line' }),
  );
  test('500: the hub failed', () => expect(reasonOf(status(500))).toMatchObject({ kind: 'failed', code: 'HTTP_500' }));
  test('401: nobody is signed in', () => expect(reasonOf(status(401))).toEqual({ kind: 'sign in' }));
  test('413: it will be the same however often it is asked', () =>
    expect(reasonOf(status(413))).toMatchObject({ kind: 'no', code: 'HTTP_413' }));
  test('a line that broke', () => expect(reasonOf(new TypeError('Failed to fetch'))).toEqual({ kind: 'no line' }));
});
