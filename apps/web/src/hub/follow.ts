import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { catchError, EMPTY, filter, map, Observable, repeat, retry, tap, throwError, timer } from 'rxjs';

type Following = { after?: string | null };
type Follow<D, V> = {
  query: TypedDocumentNode<D, V>;
  from: V;
  positionIn: (data: D) => string;
  /** What to do as long as one is open. */
  whileOpen: Observable<unknown>;
  /** The log no longer reaches back so far: everything is to be read again. */
  onExpired: () => void;
};

const soon = (attempt: number) => timer(Math.min(30_000, 500 * 2 ** attempt) * (0.5 + Math.random()));

const saysExpired = (error: unknown) =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'RESUME_EXPIRED');

/** A subscription that, however often its connection is lost, continues after the last position it has seen. */
export function follow<D, V extends OperationVariables & Following>(
  client: ApolloClient,
  { query, from, positionIn, whileOpen, onExpired }: Follow<D, V>,
): Observable<D> {
  let { after } = from;
  const opened = new Observable<ApolloClient.SubscribeResult<D>>(reader => {
    const subscription = client.subscribe<D, OperationVariables>({ query, variables: { ...from, after } }).subscribe(reader);
    return subscription.add(whileOpen.subscribe({ error: () => undefined })); // how it fares is its own affair
  });
  return opened.pipe(
    map(({ data, error }) => {
      if (error) throw error;
      return data as D | undefined; // masking is the same type: the documents followed here unmask what they hand on
    }),
    filter(data => data !== undefined && data !== null),
    tap(data => void (after = positionIn(data))),
    retry({ delay: (error, attempt) => (saysExpired(error) ? throwError(() => error) : soon(attempt)), resetOnSuccess: true }),
    repeat({ delay: () => soon(1) }),
    catchError(error => {
      if (!saysExpired(error)) throw error;
      onExpired();
      return EMPTY;
    }),
  );
}
