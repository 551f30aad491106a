import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import type { SayableServiceFragment } from './gql/graphql.ts';
import { graphql } from './graphql.ts';
import { serverNow } from './server-clock.ts';
import { Sayable } from './status-word.ts';
import { isToTurn, turned, turnsAt } from './turned.ts';

const Turned = graphql(`
  query Turned($id: ID!) {
    service(id: $id) {
      id
      ...SayableService @unmask
    }
  }
`);

const longest = 2 ** 31 - 1; // of a timer
const rereadAfter = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const rereading = new Set<string>();

type Turning = Pick<SayableServiceFragment, 'id' | 'status'> & Partial<Pick<SayableServiceFragment, 'statusByLocation'>>;

/** A plan takes over by itself at its instant, by the hub's clock, wherever its service is shown; then the hub says what holds. */
export function useTurn(service: Turning | undefined): void {
  const client = useApolloClient();
  const id = service?.id;
  const at = service ? turnsAt(service) : null;
  useEffect(() => {
    if (id === undefined || at === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const left = at - serverNow();
      timer = setTimeout(left > 0 ? wait : () => turn(client, id), Math.min(Math.max(0, left), longest));
    };
    wait();
    return () => clearTimeout(timer);
  }, [client, id, at]);
}

function turn(client: ApolloClient, id: string): void {
  const now = serverNow();
  const of = `Service:${id}`;
  const place = { fragment: Sayable, fragmentName: 'SayableService', id: of };
  // a list knows the whole service only: then its places are not there to turn
  const all = client.cache.updateFragment(place, service => service && turnedAll(service, now));
  if (!all) {
    const known = client.cache.readFragment({ fragment: OnlyStatus, fragmentName: 'OnlyStatus', id: of });
    if (known)
      client.cache.writeFragment({
        fragment: OnlyStatus,
        fragmentName: 'OnlyStatus',
        id: of,
        data: { ...known, status: turned(known.status, now) },
      });
  }
  void reread(client, id);
}

const OnlyStatus = graphql(`
  fragment OnlyStatus on Service {
    id
    status {
      ...StatusWord @unmask
    }
  }
`);

const turnedAll = (service: SayableServiceFragment, now: number): SayableServiceFragment => ({
  ...service,
  status: turned(service.status, now),
  statusByLocation: service.statusByLocation.map(place => ({ ...place, status: turned(place.status, now) })),
});

/** Until the hub has turned too: its clock and ours are two. */
async function reread(client: ApolloClient, id: string): Promise<void> {
  if (rereading.has(id)) return;
  rereading.add(id);
  for (let times = 0; ; times++) {
    const asked = client.query({ query: Turned, variables: { id }, fetchPolicy: 'no-cache' });
    const read = await asked.catch(() => undefined);
    const service = read?.data?.service;
    if (service === null) break; // no longer to be seen
    if (service && !isToTurn(service, serverNow())) {
      client.cache.writeQuery({ query: Turned, variables: { id }, data: { service } });
      break;
    }
    await new Promise(later => setTimeout(later, rereadAfter[times] ?? rereadAfter.at(-1)));
  }
  rereading.delete(id);
}
