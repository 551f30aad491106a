import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { LiveTopic, type Logged, type Topic } from '#libs/platform';
import { RoutingProblemChangedEvent, type RoutingMoved } from './routing.events.ts';

/** What goes wrong on the way, to who follows it. */
@LiveTopic('routingProblemChanged')
@Injectable()
export class RoutingProblemChanged implements Topic<RoutingMoved> {
  readonly kinds = [RoutingProblemChangedEvent];

  passes({ payload }: Logged<RoutingMoved>, _: object, scope: Actor): boolean {
    return RoutingProblemChangedEvent.seenBy(payload, scope);
  }

  say({ position, occurredAt, payload: { problemId } }: Logged<RoutingMoved>) {
    return { position, occurredAt, problemId };
  }
}
