import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type FormattedExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Position } from '#libs/kernel';
import { EventLog } from '../events/event-log.ts';
import { Channel } from '../live/channel.ts';
import { LOG, type Log } from '../observability/log.ts';
import { Metrics } from '../observability/metrics.ts';
import { Settings } from '../settings/settings.ts';
import type { RequestContext } from './context.ts';
import { tell } from './errors.ts';
import { Preparation } from './prepared.ts';
import { DeadlinePassed } from './unreachable.ts';

/** What a caller sent, not yet trusted. */
export interface Asked {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  /** It came by a way that must change nothing. */
  readonly onlyReads?: boolean;
}

/** An operation that may be executed for its caller. */
interface Ready {
  readonly document: DocumentNode;
  readonly asksPosition: boolean;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  readonly variables: Record<string, unknown>;
  /** Only so many of these at once: strangers' lists leave the pool to those who report. */
  readonly inTurn: boolean;
}

/** `executed` is false where the request was refused before anything ran: over HTTP that is a 400. */
export interface Answered {
  readonly executed: boolean;
  readonly result: FormattedExecutionResult;
  /** Where the log stood before it, if that was asked. */
  readonly position?: Position;
}

/** A subscription, opened; `said` makes each of its results fit for its caller. */
export interface Opened {
  readonly changes: AsyncIterableIterator<ExecutionResult>;
}

/** The only way to the schema, for both transports. */
@Injectable()
export class Door implements OnApplicationBootstrap {
  private preparation: Preparation;
  private turns: LimitFunction;

  constructor(
    @Inject(GraphQLSchemaHost) private readonly schemaHost: GraphQLSchemaHost,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(Channel) private readonly channel: Channel,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.preparation = new Preparation(this.schemaHost.schema, this.settings.limits);
    this.turns = pLimit(this.settings.limits.anybodyAtOnce);
  }

  /** Answers what is asked, or opens it where it is a subscription over a socket. */
  async ask(asked: Asked, context: RequestContext): Promise<Answered | Opened> {
    const began = performance.now();
    const ready = this.prepare(asked, context);
    const answer = 'errors' in ready ? refusal(this.format(ready.errors, context, null)) : await this.run(ready, context);
    this.note(began, ready, context, 'result' in answer ? answer.result.errors : undefined);
    return answer;
  }

  /** A result as its caller may know it. */
  said(result: ExecutionResult, context: RequestContext, type: Ready['type']): FormattedExecutionResult {
    const { errors, ...rest } = result;
    return errors ? { errors: this.format(errors, context, type), ...rest } : rest;
  }

  format(errors: readonly GraphQLError[], context: RequestContext, operation: Ready['type'] | null): GraphQLFormattedError[] {
    const telling = { language: context.language, requestId: context.requestId, operation, log: this.log };
    return errors.slice(0, this.settings.limits.errors).map(error => tell(error, telling));
  }

  private prepare(
    { query, variables, operationName, onlyReads }: Asked,
    { actor }: RequestContext,
  ): Ready | { errors: readonly GraphQLError[] } {
    const prepared = this.preparation.of(query);
    if ('errors' in prepared) return prepared;
    if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return wrong('`variables` must be an object.');
    if (operationName != null && typeof operationName !== 'string') return wrong('`operationName` must be text.');
    const operation = getOperationAST(prepared.document, operationName);
    if (!operation)
      return wrong(operationName ? 'The document has no operation of that name.' : 'Say which operation of the document to run.');
    const type = operation.operation;
    if (onlyReads && type !== 'query') return wrong('Only queries are answered to GET.');
    const given = (variables ?? {}) as Record<string, unknown>; // checked above
    const { limits } = this.settings;
    const [cost, most] = [prepared.cost(operation, given), actor.accountId ? limits.costSignedIn : limits.costOfAnybody];
    if (cost > most)
      return wrong(`This asks for more than ${most} fields, each counted as often as its list is long: ask for less at a time.`);
    const inTurn = !actor.accountId && cost >= limits.rootListCost;
    return { ...prepared, type, name: operation.name?.value ?? '', variables: given, inTurn };
  }

  private run(ready: Ready, context: RequestContext): Promise<Answered | Opened> | Answered {
    if (ready.type !== 'subscription') return this.execute(ready, context);
    if (context.transport === 'socket') return this.open(ready, context);
    return refusal(this.format(wrong('Subscriptions are answered over a socket.').errors, context, ready.type));
  }

  private execute({ document, asksPosition, variables, name, type, inTurn }: Ready, context: RequestContext): Promise<Answered> {
    const run = async () => {
      // before anything else is read: a subscription from it must miss nothing
      const contextValue = asksPosition ? { ...context, position: await this.events.head() } : context;
      const asked = { schema: this.schemaHost.schema, document, contextValue, variableValues: variables, operationName: name || null };
      const result = await execute(asked);
      return { executed: result.data !== undefined, result: this.said(result, context, type), position: contextValue.position };
    };
    return this.inTime(() => (inTurn ? this.inTurn(run) : run())).catch((error: Error) => ({
      executed: true,
      result: { errors: this.format([wrapped(error)], context, type), data: null },
    }));
  }

  private async open({ document, variables, name, type }: Ready, context: RequestContext): Promise<Answered | Opened> {
    const opened = await this.channel
      .subscribe(document, variables, context, name || null)
      .catch((error: Error) => ({ errors: [wrapped(error)] }));
    return 'next' in opened ? { changes: opened } : refusal(this.format(opened.errors ?? [], context, type));
  }

  /** Whoever waited for a turn until nobody waits for them asks nothing of the database. */
  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const until = performance.now() + this.settings.limits.executionMs;
    return this.turns(() => (performance.now() < until ? run() : Promise.reject(new DeadlinePassed('No turn came in time.'))));
  }

  /** No caller waits longer than the limit, whatever a resolver waits for. */
  private inTime<T>(run: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => reject(new DeadlinePassed('The deadline passed.')), this.settings.limits.executionMs);
      run()
        .then(resolve, reject)
        .finally(() => clearTimeout(deadline));
    });
  }

  /** One line per request: never its text or its variables. */
  private note(
    began: number,
    ready: Ready | { errors: unknown },
    context: RequestContext,
    errors?: readonly GraphQLFormattedError[],
  ): void {
    const { type, name } = 'type' in ready ? ready : { type: 'none', name: '' };
    const ms = performance.now() - began;
    const code = errors?.length ? String(errors[0]?.extensions?.code) : 'OK';
    this.metrics.operation(type, context.transport, code, ms);
    this.log.info(
      { requestId: context.requestId, transport: context.transport, type, operation: name.slice(0, 80), ms: Math.round(ms), code },
      'operation',
    );
  }
}

const refusal = (errors: GraphQLFormattedError[]): Answered => ({ executed: false, result: { errors } });

const wrong = (message: string) => ({ errors: [new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })] });

const wrapped = (error: Error): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error });
