import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { LiveTopic, type Logged, type Topic } from '#libs/platform';
import { CallUpChangedEvent, type CallUpMoved } from './roster.events.ts';

/** Who comes, counted as they answer. */
@LiveTopic('callUpChanged')
@Injectable()
export class CallUpChanged implements Topic<CallUpMoved> {
  readonly kinds = [CallUpChangedEvent];

  passes({ payload }: Logged<CallUpMoved>, _: object, scope: Actor): boolean {
    return CallUpChangedEvent.seenBy(payload, scope);
  }

  say({ position, occurredAt, payload: { callUpId } }: Logged<CallUpMoved>) {
    return { position, occurredAt, callUpId };
  }
}
