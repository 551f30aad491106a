import { describe, expect, test } from '@jest/globals';
import { connectionAt, type Heartbeats } from './connection-rule.ts';

const at = (heartbeats: Partial<Heartbeats>) =>
  connectionAt({ now: 100_000, wantedSince: 0, heardAt: 99_000, provenAt: null, trueAt: null, onLine: true, ...heartbeats });

describe('the connection', () => {
  test('is live while the hub is heard and has proven that the screen is caught up', () =>
    expect(at({ provenAt: 98_000 }).state).toBe('live'));
  test('is not live for being heard: nothing says that the screen is told', () =>
    expect(at({ wantedSince: 99_000 }).state).toBe('connecting'));
  test('is doubted after 5 s of silence, and says what the screen is true for', () =>
    expect(at({ heardAt: 95_000, provenAt: 94_000, trueAt: 93_999 })).toEqual({ state: 'reconnecting', trueAt: 93_999 }));
  test('is doubted when the next proof fails to come, however much is heard', () => {
    expect(at({ heardAt: 99_999, provenAt: 85_001 }).state).toBe('live');
    expect(at({ heardAt: 99_999, provenAt: 85_000 }).state).toBe('reconnecting');
  });
  test('is doubted when this clock was set back', () => expect(at({ provenAt: 100_001 }).state).not.toBe('live'));
  test('is gone after 30 s', () => expect(at({ heardAt: 70_000, provenAt: 70_000 }).state).toBe('offline'));
  test('is gone at once when the browser says so', () => expect(at({ provenAt: 99_999, onLine: false }).state).toBe('offline'));
  test('is not claimed by a screen that does not follow', () => expect(at({ wantedSince: null, provenAt: 99_999 }).state).toBe('idle'));
  test('gives a new screen 5 s before it doubts', () => {
    expect(at({ wantedSince: 96_000 }).state).toBe('connecting');
    expect(at({ wantedSince: 94_000 }).state).toBe('reconnecting');
    expect(at({ wantedSince: 60_000 }).state).toBe('offline');
  });
  test('an earlier screen’s proof does not make the next one live', () =>
    expect(at({ wantedSince: 99_000, provenAt: 98_500 }).state).toBe('connecting'));
});
