import { idFromSource } from '#libs/kernel';
import { defineEvent } from '#libs/platform';
import type { LineState } from '#libs/schema';

export interface LineMoved {
  v: 1;
  lineCode: string;
  /** Of one that was told; null where its hours or its name changed. */
  state: LineState | null;
  waitSeconds: number | null;
}

/** A line was told of, or set otherwise. Everybody may know. */
export const LineChangedEvent = defineEvent<LineMoved>('line-changed', () => true);

/** A line is known by its code; the log wants an id. */
export const idOfLine = (code: string): string => idFromSource('lines', 'line', code);
