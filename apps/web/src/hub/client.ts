import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { tap } from 'rxjs';
import { connection } from './connection.ts';
import possible from './gql/possible-types.ts';
import { fragments } from './graphql.ts';
import { readClock } from './server-clock.ts';
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
    connected: connection.heard,
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
      if (endings.includes((event as CloseEvent).code)) sessionEnded.dispatchEvent(new Event('ended'));
    },
  },
});

/** Told of every answer that the hub gave. */
const answered = new EventTarget();
const tell = new ApolloLink((operation, forward) => forward(operation).pipe(tap(() => answered.dispatchEvent(new Event('answer')))));
export const onAnswer = (listener: () => void): void => answered.addEventListener('answer', listener);

export const client = new ApolloClient({
  link: tell.concat(
    ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, new GraphQLWsLink(sockets), http),
  ),
  cache: new InMemoryCache({
    possibleTypes: possible.possibleTypes,
    fragments,
    typePolicies: {
      Query: { fields: { services: relayStylePagination(['filter']), statusReports: relayStylePagination(['serviceId']) } },
      Category: { keyFields: ['code'] },
      Territory: { keyFields: ['code'] },
      ServiceStatus: { merge: true },
      LocationStatus: { merge: true },
      Region: { merge: true },
    },
  }),
  dataMasking: true,
});
