import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import type { FieldPolicy } from '@apollo/client/cache';
import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { map, Observable, tap } from 'rxjs';
import { connection } from './connection.ts';
import possible from './gql/possible-types.ts';
import { fragments } from './graphql.ts';
import { NewerNews } from './newer-news.ts';
import { readClock, serverAtLeast } from './server-clock.ts';
import './status-word.ts'; // every feature spreads it

declare module '@apollo/client' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Apollo's types are told of masking by merging into this name
  interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}

const patience = 15_000; // a captive portal never answers

/** In the language of the page; each answer says what time it is at the hub. */
const http = new HttpLink({
  uri: '/graphql',
  credentials: 'same-origin',
  async fetch(input, init) {
    const sentAt = Date.now();
    const limit = AbortSignal.timeout(patience);
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    const headers = { ...init?.headers, 'accept-language': document.documentElement.lang };
    const answer = await fetch(input, { ...init, headers, signal });
    readClock({ sentAt, receivedAt: Date.now(), date: Date.parse(answer.headers.get('date') ?? '') });
    return answer;
  },
});

/** Closed by the hub because the session is no longer what it was. */
export const sessionEnded = new EventTarget();
const endings = [4401, 4403];

let socket: WebSocket | undefined;
let unanswered: ReturnType<typeof setTimeout> | undefined;

/** Retries nothing itself: `follow` does, from the last position. A ping without an answer closes the socket. */
const sockets = createClient({
  url: `${location.origin.replace('http', 'ws')}/graphql`,
  retryAttempts: 0,
  keepAlive: 2_000,
  lazyCloseTimeout: 3_000,
  on: {
    opened: opened => (socket = opened as WebSocket), // in a browser it is one
    message: connection.heard,
    ping: received => {
      if (!received) unanswered ??= setTimeout(() => socket?.close(4408, 'No answer'), 5_000);
    },
    pong: () => {
      clearTimeout(unanswered);
      unanswered = undefined;
      connection.heard();
    },
    closed: event => {
      clearTimeout(unanswered);
      unanswered = undefined;
      connection.lost();
      if (endings.includes((event as CloseEvent).code)) sessionEnded.dispatchEvent(new Event('ended'));
    },
  },
});

const newer = new NewerNews();
const readings = new Map<string, number>();
/** The hub's instant, at the least, when the reading was asked that carries this position. */
export const askedAt = (position: string): number | undefined => readings.get(position);

const newest = new ApolloLink((operation, forward) => {
  const [asked, at] = [newer.asked, serverAtLeast()];
  const isNews = operation.operationType === OperationTypeNode.SUBSCRIPTION;
  return forward(operation).pipe(
    map(answer => {
      if (!('data' in answer) || !answer.data) return answer;
      const { position } = answer.data;
      if (typeof position === 'string') readings.set(position, at);
      return { ...answer, data: isNews ? newer.told(answer.data) : newer.answered(answer.data, asked) };
    }),
  );
});

/** Asks the hub over the socket for where its log stands: its answer comes after all that was to be told before. */
export const proof = (): Observable<number> =>
  new Observable(asker => {
    const at = serverAtLeast();
    return sockets.subscribe(
      { query: '{ position }' },
      {
        next: ({ errors }) => (errors ? asker.error(errors) : asker.next(at)),
        error: error => asker.error(error),
        complete: () => asker.complete(),
      },
    );
  });

/** Told of every answer that the hub gave. */
const answered = new EventTarget();
const tell = new ApolloLink((operation, forward) => forward(operation).pipe(tap(() => answered.dispatchEvent(new Event('answer')))));
export const onAnswer = (listener: () => void): void => answered.addEventListener('answer', listener);

/** A list is of its filter; read as `anew` it is beside it: its services are the same ones, and the list keeps its order. */
const listed: Exclude<FieldPolicy['keyArgs'], undefined> = (_, { field }) => (field?.alias?.value === 'anew' ? 'anew' : ['filter']);

export const client = new ApolloClient({
  link: ApolloLink.from([
    tell,
    newest,
    ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, new GraphQLWsLink(sockets), http),
  ]),
  cache: new InMemoryCache({
    possibleTypes: possible.possibleTypes,
    fragments,
    typePolicies: {
      Query: { fields: { services: relayStylePagination(listed), statusReports: relayStylePagination(['serviceId']) } },
      Category: { keyFields: ['code'] },
      Territory: { keyFields: ['code'] },
      ServiceStatus: { merge: true },
      LocationStatus: { merge: true },
      MapService: { keyFields: ['id', 'locationId'] },
      Region: { merge: true },
    },
  }),
  dataMasking: true,
});
