import { Injectable } from '@nestjs/common';
import { LiveTopic, type Logged, type Topic } from '#libs/platform';
import { LineChangedEvent, type LineMoved } from './lines.events.ts';

/** How lines stand, to everybody. */
@LiveTopic('lineChanged')
@Injectable()
export class LineChanged implements Topic<LineMoved> {
  readonly kinds = [LineChangedEvent];

  passes(): boolean {
    return true;
  }

  say({ position, occurredAt, payload: { lineCode } }: Logged<LineMoved>) {
    return { position, occurredAt, lineCode };
  }
}
