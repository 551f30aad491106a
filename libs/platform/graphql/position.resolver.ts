import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { EventLog } from '../events/event-log.ts';
import type { RequestContext } from './context.ts';
import { CurrentRequest } from './current-actor.ts';

@Resolver()
export class PositionResolver {
  constructor(@Inject(EventLog) private readonly log: EventLog) {}

  /** Read by the door before the operation began. */
  @Query()
  position(@CurrentRequest() { position }: RequestContext) {
    return position ?? this.log.head();
  }
}
