import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { LiveTopic, type Topic } from '#libs/platform';
import { may } from '../needs.policies.ts';
import * as events from './gaps.events.ts';

const kinds = [
  events.GapOpenedEvent,
  events.GapCountedEvent,
  events.GapAcknowledgedEvent,
  events.GapAssignedEvent,
  events.GapAnsweredEvent,
  events.GapCommittedEvent,
  events.GapDeliveredEvent,
  events.GapReleasedEvent,
  events.GapAddressedEvent,
  events.GapClosedEvent,
  events.GapReopenedEvent,
  events.GapCommentedEvent,
  events.GapMergedEvent,
  events.GapSplitEvent,
];

/** Who is told what happens to a gap: of an exercise, those who take part. */
@LiveTopic('gapChanged')
@Injectable()
export class GapChangedTopic implements Topic<events.GapFact> {
  readonly kinds = kinds as unknown as Topic<events.GapFact>['kinds']; // each payload is a narrower one

  passes({ payload }: events.GapEvent, _: object, scope: Actor): boolean {
    return may(scope).seeGap(payload);
  }

  say({ position, occurredAt, kind, payload: { gapId } }: events.GapEvent) {
    return { position, occurredAt, change: kind, gapId };
  }
}
