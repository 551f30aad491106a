import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type DocumentNode, type ExecutionResult, type GraphQLField, subscribe } from 'graphql';
import type { Actor, Position } from '#libs/kernel';
import { abortable } from '../events/abortable.ts';
import type { EventKind, Logged, Versioned } from '../events/event.ts';
import { EventLog } from '../events/event-log.ts';
import { StillTold } from '../events/still-told.ts';
import type { Demand } from '../graphql/access.ts';
import type { RequestContext } from '../graphql/context.ts';

/** A subscription, described: which events, who receives which, and what is said of one. */
export interface Topic<P extends Versioned = Versioned, Args = object, Said = unknown> {
  readonly kinds: readonly EventKind<P>[];
  /** In memory, for every event and every scope: no query here. */
  passes(event: Logged<P>, args: Args, scope: Actor): boolean;
  say(event: Logged<P>): Said;
}

/** Names the subscription that a topic describes. */
export const LiveTopic = DiscoveryService.createDecorator<string>();

type Asked = { after?: Position | null };

/** The seam of everything live. For now each subscriber has an execution of its own (DECISIONS 11). */
@Injectable()
export class Channel implements OnApplicationBootstrap {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(StillTold) private readonly still: StillTold,
    @Inject(GraphQLSchemaHost) private readonly schemaHost: GraphQLSchemaHost,
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
  ) {}

  /**
   * The changes that a document asks for, as its reader may see them. `scope.actor` is asked anew at each event, so that
   * a role that ends narrows what still comes.
   */
  async subscribe(
    document: DocumentNode,
    variableValues: Record<string, unknown>,
    scope: RequestContext,
    operationName?: string | null,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const said = await subscribe({ schema: this.schemaHost.schema, document, variableValues, contextValue: scope, operationName });
    return 'next' in said ? untilItFails(said as AsyncIterableIterator<ExecutionResult>) : said; // graphql-js types the first more loosely
  }

  onApplicationBootstrap(): void {
    const topics = new Map(
      this.discovery
        .getProviders({ metadataKey: LiveTopic.KEY })
        .map(provider => [this.discovery.getMetadataByDecorator(LiveTopic, provider), provider.instance as Topic]),
    );
    for (const field of Object.values(this.schemaHost.schema.getSubscriptionType()?.getFields() ?? {})) {
      const topic = topics.get(field.name);
      if (!topic) throw new Error(`No topic says what ${field.name} tells.`);
      this.connect(field, topic);
    }
  }

  private connect(field: GraphQLField<unknown, RequestContext>, topic: Topic): void {
    const demand = field.extensions.demand as Demand; // put there by guardOperations
    field.subscribe = async (_, args: Asked, scope) => {
      demand(scope.actor);
      const after = await this.log.resume(args.after);
      const tells = (event: Logged) => this.still.tells(event, scope.actor).catch((error: Error) => new Unasked(error));
      const events = this.log.follow(topic.kinds, after, position => void (scope.reached = position));
      return abortable(async function* (signal) {
        signal.addEventListener('abort', () => void events.return?.());
        for await (const event of events) {
          demand(scope.actor); // a permission that ended ends the subscription
          if (!topic.passes(event, args, scope.actor)) continue;
          const told = await tells(event);
          if (told) yield told === true ? topic.say(event) : told;
        }
      });
    };
    field.resolve = said => {
      if (said instanceof Unasked) throw said.error;
      return said;
    };
  }
}

/** Whether it may be told could not be found out. */
class Unasked {
  constructor(readonly error: Error) {}
}

/** What could not be said is not passed over: the stream ends, and its reader resumes from what it has. */
function untilItFails(said: AsyncIterableIterator<ExecutionResult>): AsyncIterableIterator<ExecutionResult> {
  return abortable(async function* (signal) {
    signal.addEventListener('abort', () => void said.return?.());
    for await (const result of said) {
      yield result;
      if (result.data == null) return;
    }
  });
}
