import { describe, expect, test } from '@jest/globals';
import { connectionAt, type Heartbeats } from './connection-rule.ts';

const at = (heartbeats: Partial<Heartbeats>) =>
  connectionAt({ now: 100_000, wantedSince: 0, heardAt: null, keptAt: null, onLine: true, ...heartbeats });

describe('the connection', () => {
  test('is live while the hub is heard', () => expect(at({ heardAt: 98_000 }).state).toBe('live'));
  test('is doubted after 5 s of silence, and says what the screen is true for', () =>
    expect(at({ heardAt: 95_000 })).toEqual({ state: 'reconnecting', trueAt: 95_000 }));
  test('is gone after 30 s', () => expect(at({ heardAt: 70_000 }).state).toBe('offline'));
  test('is gone at once when the browser says so', () => expect(at({ heardAt: 99_999, onLine: false }).state).toBe('offline'));
  test('is not claimed by a screen that does not follow', () => expect(at({ wantedSince: null, heardAt: 99_999 }).state).toBe('idle'));
  test('gives a new screen 5 s before it doubts', () => {
    expect(at({ wantedSince: 96_000 }).state).toBe('connecting');
    expect(at({ wantedSince: 94_000 }).state).toBe('reconnecting');
    expect(at({ wantedSince: 60_000 }).state).toBe('offline');
  });
  test('an earlier screen’s word does not make the next one live', () =>
    expect(at({ wantedSince: 99_000, heardAt: 98_500 }).state).toBe('connecting'));
  test('without a word on this page, the kept view’s instant is what is true', () =>
    expect(at({ wantedSince: 10_000, keptAt: 7 })).toEqual({ state: 'offline', trueAt: 7 }));
});
