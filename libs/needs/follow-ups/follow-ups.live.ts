import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { LiveTopic, type Logged, type Topic } from '#libs/platform';
import { FollowUpChangedEvent, type FollowUpMoved } from './follow-ups.events.ts';

/** What happens to a follow-up, within its organization. */
@LiveTopic('followUpChanged')
@Injectable()
export class FollowUpChangedTopic implements Topic<FollowUpMoved> {
  readonly kinds = [FollowUpChangedEvent];

  passes({ payload }: Logged<FollowUpMoved>, _: object, scope: Actor): boolean {
    return FollowUpChangedEvent.seenBy(payload, scope);
  }

  say({ position, occurredAt, payload: { followUpId } }: Logged<FollowUpMoved>) {
    return { position, occurredAt, followUpId };
  }
}
