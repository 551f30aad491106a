import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { LiveTopic, type Logged, type Topic } from '#libs/platform';
import { RoundChangedEvent, type RoundMoved } from './rounds.events.ts';

/** How a round goes on, within its organization. */
@LiveTopic('roundChanged')
@Injectable()
export class RoundChangedTopic implements Topic<RoundMoved> {
  readonly kinds = [RoundChangedEvent];

  passes({ payload }: Logged<RoundMoved>, _: object, scope: Actor): boolean {
    return RoundChangedEvent.seenBy(payload, scope);
  }

  say({ position, occurredAt, payload: { roundId } }: Logged<RoundMoved>) {
    return { position, occurredAt, roundId };
  }
}
