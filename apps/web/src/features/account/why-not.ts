import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What to say when the hub could not be asked. */
export function whyNot(error: unknown): 'wait' | 'failed' {
  if (ServerError.is(error) && error.statusCode === 429) return 'wait';
  const limited =
    CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => /RATE|LIMIT|TOO_MANY/.test(String(extensions?.['code'])));
  return limited ? 'wait' : 'failed';
}
