import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { narrow } from './server-clock.ts';

describe('the hub’s clock', () => {
  test('is known to within a second after one answer', () => {
    expect(narrow(null, { sentAt: 1_000, receivedAt: 1_100, date: 61_000 })).toEqual({ least: 59_900, most: 61_000 });
  });

  test('starts again when this device’s clock was set', () => {
    const before = narrow(null, { sentAt: 0, receivedAt: 100, date: 0 });
    expect(narrow(before, { sentAt: 3_600_000, receivedAt: 3_600_100, date: 2_000 })).toEqual({ least: -3_598_100, most: -3_597_000 });
  });

  test('always lies within what is known, and what is known only narrows', () => {
    const answers = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 1e9 }),
        out: fc.integer({ min: 0, max: 3_000 }),
        back: fc.integer({ min: 0, max: 3_000 }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e7, max: 1e7 }), answers, (offset, sent) => {
        let known: ReturnType<typeof narrow> | null = null;
        for (const { at, out, back } of sent) {
          const date = Math.floor((at + out + offset) / 1_000) * 1_000;
          const next = narrow(known, { sentAt: at, receivedAt: at + out + back, date });
          expect(next.least).toBeLessThanOrEqual(offset);
          expect(next.most).toBeGreaterThanOrEqual(offset);
          if (known) expect(next.most - next.least).toBeLessThanOrEqual(known.most - known.least);
          known = next;
        }
      }),
    );
  });
});
