import { concat, defer, ignoreElements, type Observable, repeat, retry, tap, timeout, timer } from 'rxjs';
import { proof } from './client.ts';
import type { connection } from './connection.ts';
import { proofEvery, silence } from './connection-rule.ts';

const again = 2_000;

/** Asks for a proof as soon as a subscription was sent, then every little while: without one nothing is live. */
export function prove(watch: ReturnType<typeof connection.watch>): Observable<unknown> {
  const asking = defer(proof).pipe(
    timeout(silence.reconnecting),
    tap(upTo => watch.proven(upTo)),
    repeat({ delay: proofEvery }),
    retry({ delay: () => (watch.doubted(), timer(again)) }),
  );
  return defer(() => (watch.doubted(), concat(timer(0).pipe(ignoreElements()), asking))); // after the subscription, on the same socket
}
