import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
} from 'graphql';
import { type Context, makeServer, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { languageFrom, type Position, Unauthenticated } from '#libs/kernel';
import { Rate } from '../limits/rate.ts';
import { TooManyRequests } from '../limits/too-many-requests.ts';
import { LOG, type Log } from '../observability/log.ts';
import { Metrics } from '../observability/metrics.ts';
import { Settings } from '../settings/settings.ts';
import { say } from '../words/words.ts';
import { Callers } from './callers.ts';
import type { Credential, RequestContext } from './context.ts';
import { type Answered, Door, type Opened } from './door.ts';
import type { LiveSocket } from './live-socket.ts';
import { OpenSockets } from './open-sockets.ts';

type Talk = Context<Record<string, unknown>, LiveSocket>;
type Options = ServerOptions<Record<string, unknown>, LiveSocket>;

/** graphql-ws wants a document to know which of its two ways to take; ours was parsed by the door. */
const QUESTION = parse('{ __typename }');
const LIVE = parse('subscription { __typename }');

/** An error that the door has already worded for its caller. */
class Told extends GraphQLError {
  constructor(readonly formatted: GraphQLFormattedError) {
    super(formatted.message);
  }
}

/** The graphql-transport-ws protocol, by graphql-ws; what is asked is answered by the one door. */
@Injectable()
export class GraphqlOverSocket {
  private readonly protocol;

  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(OpenSockets) private readonly sockets: OpenSockets,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.protocol = makeServer<Record<string, unknown>, LiveSocket>({
      connectionInitWaitTimeout: settings.limits.socketInitMs,
      onConnect: talk => this.greet(talk),
      onSubscribe: (talk, id, payload) => this.hear(talk, id, payload),
      execute: answered,
      subscribe: answered,
      onNext: (_talk, _id, _payload, { rootValue }, result) =>
        rootValue instanceof Changes ? this.door.said(result, rootValue.context, 'subscription') : (result as FormattedExecutionResult), // the door's own
      onError: ({ extra }, _id, _payload, errors) =>
        errors.map(error => (error instanceof Told ? error.formatted : this.door.format([error], extra.context(), 'subscription')[0]!)),
      onComplete: ({ extra }, id) => this.ended(extra, id),
    });
  }

  /** Speaks with a socket until it closes. */
  open(ws: WebSocket, socket: LiveSocket): void {
    const closed = this.protocol.opened(
      {
        protocol: ws.protocol,
        send: data => socket.send(data),
        close: (code, reason) => socket.close(code ?? 1000, reason ?? ''),
        onMessage: heard =>
          ws.on('message', data => {
            socket.heardAt = performance.now();
            if (socket.hears()) heard(String(data)).catch((error: Error) => this.failed(socket, error));
          }),
      },
      socket,
    );
    ws.on('pong', () => (socket.heardAt = performance.now()));
    ws.on('error', () => undefined); // a frame that is none, or too long: ws closes, with its code
    ws.once('close', (code, reason) => void closed(code, String(reason)).catch((error: Error) => this.failed(socket, error)));
  }

  private failed(socket: LiveSocket, error: Error): void {
    this.log.error({ error: error.stack }, 'socket');
    socket.close(4500, 'Internal error');
  }

  /** Who it is. False closes with 4403. */
  private async greet({ connectionParams = {}, extra: socket }: Talk): Promise<boolean> {
    const { token, language } = connectionParams;
    const credential: Credential | null = typeof token === 'string' && token ? { kind: 'token', secret: token } : socket.arrival.cookie;
    try {
      await this.rate.request(socket.arrival.address); // each greeting asks the database
      const known = await this.callers.recognize(credential);
      socket.actor = known?.actor ?? this.callers.recognition.anonymous();
      const asked = typeof language === 'string' ? language : socket.arrival.acceptLanguage;
      socket.language = typeof language === 'string' ? languageFrom(language) : (socket.actor.language ?? languageFrom(asked));
      if (!known) return true;
      Object.assign(socket, { credential, credentialId: known.credentialId, accountId: known.accountId });
      if (this.sockets.tooManyOf(socket)) socket.close(4429, 'Too many sockets of this account');
      return true;
    } catch (error) {
      if (error instanceof Unauthenticated) return false;
      if (error instanceof TooManyRequests) socket.close(4429, 'Too many requests');
      else this.log.warn({ error: (error as Error).message }, 'a socket could not be greeted'); // whatever was thrown, the line says it
      socket.close(1013, 'Try again later');
      return true;
    }
  }

  private async hear({ extra: socket, subscriptions }: Talk, id: string, payload: SubscribePayload) {
    const refused = (code: string, params = {}) => [
      new Told({ message: say(socket.language, code, params), extensions: { code, ...params } }),
    ];
    if (Object.keys(subscriptions).length > this.settings.limits.socketOperations) return refused('TOO_MANY_OPERATIONS');
    try {
      await this.rate.request(socket.arrival.address);
    } catch (error) {
      if (error instanceof TooManyRequests) return refused(error.code, error.params);
      throw error;
    }
    const context = socket.context();
    const before = [...socket.asking];
    const answer = await this.ask(socket, id, payload, context);
    if ('changes' in answer) return asArgs(LIVE, new Changes(answer.changes, context));
    if (answer.position && !(await this.isTold(socket, before, answer.position))) return refused('UNAVAILABLE');
    if (!answer.executed) return (answer.result.errors ?? []).map(error => new Told(error));
    return asArgs(QUESTION, answer.result);
  }

  private async ask(socket: LiveSocket, id: string, payload: SubscribePayload, context: RequestContext): Promise<Answered | Opened> {
    const asked = this.door.ask(payload, context).then(answer => {
      if (!('changes' in answer)) return answer;
      socket.running.add(id);
      socket.told.set(id, context);
      this.metrics.subscriptions.inc();
      return answer;
    });
    socket.asking.add(asked);
    return asked.finally(() => socket.asking.delete(asked));
  }

  /** Who is answered a position here has been told of everything before it: it proves that their subscriptions are open and caught up. */
  private async isTold(socket: LiveSocket, before: readonly Promise<unknown>[], position: Position): Promise<boolean> {
    await Promise.allSettled(before);
    const isBehind = ({ reached }: RequestContext) => reached === undefined || reached < position;
    for (const end = performance.now() + this.settings.limits.executionMs; [...socket.told.values()].some(isBehind);) {
      if (performance.now() > end) return false;
      await delay(10);
    }
    return true;
  }

  private ended(socket: LiveSocket, id: string): void {
    socket.told.delete(id);
    if (socket.running.delete(id)) this.metrics.subscriptions.dec();
  }
}

class Changes {
  constructor(
    readonly results: AsyncIterableIterator<ExecutionResult>,
    readonly context: ReturnType<LiveSocket['context']>,
  ) {}
}

/** Nothing is left to execute: what the door gave is carried past graphql-ws as the root. */
const asArgs = (document: typeof LIVE, rootValue: unknown) => ({ schema: undefined as unknown as GraphQLSchema, document, rootValue });

const answered: NonNullable<Options['execute']> = ({ rootValue }) =>
  rootValue instanceof Changes ? rootValue.results : (rootValue as ExecutionResult); // put there by `hear`
