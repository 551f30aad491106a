import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { LiveTopic, type Logged, type Topic } from '#libs/platform';
import { CallChangedEvent, type CallMoved } from './calls.events.ts';

/** Who calls whom, to all who call. */
@LiveTopic('callsChanged')
@Injectable()
export class CallsChanged implements Topic<CallMoved> {
  readonly kinds = [CallChangedEvent];

  passes({ payload }: Logged<CallMoved>, _: object, scope: Actor): boolean {
    return CallChangedEvent.seenBy(payload, scope);
  }

  say({ position, occurredAt, payload: { callId } }: Logged<CallMoved>) {
    return { position, occurredAt, callId };
  }
}
