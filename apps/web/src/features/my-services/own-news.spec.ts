import { describe, expect, test } from '@jest/globals';
import type { Act } from '../../hub/act.ts';
import { isOwnNews } from './own-news.ts';

const now = Date.parse('2026-03-09T18:32:00Z');
const iso = (ago: number) => new Date(now - ago).toISOString();
const act = (kind: string, input: object, ago = 0): Act => ({ key: 'k', kind, account: 'she', input, actedAt: iso(ago), tried: true });
const done = (...acts: Act[]) => ({ acts, answered: [], now });
const report = act('report', { serviceId: 's1' });
const confirmation = act('confirmation', { serviceIds: ['s1', 's2'] }, 4 * 3_600_000);

describe('news of a service', () => {
  test('is her own when it bears the instant of her tap', () => expect(isOwnNews('s1', { observedAt: iso(300) }, done(report))).toBe(true));
  test('is somebody else’s when it bears another', () => expect(isOwnNews('s1', { observedAt: iso(60_000) }, done(report))).toBe(false));
  test('is somebody else’s on a service she has not spoken of', () =>
    expect(isOwnNews('s2', { observedAt: iso(0) }, done(report))).toBe(false));
  test('is her own when her confirmation, tapped hours ago without a line, is on its way', () =>
    expect(isOwnNews('s2', { observedAt: iso(9e7), confirmedAt: iso(0) }, done(confirmation))).toBe(true));
  test('is not hers for long', () => {
    const answered = (ago: number) => ({ acts: [], answered: [{ act: confirmation, answer: { __typename: 'Done' }, at: now - ago }], now });
    expect([isOwnNews('s1', { confirmedAt: iso(0) }, answered(500)), isOwnNews('s1', { confirmedAt: iso(0) }, answered(60_000))]).toEqual([
      true,
      false,
    ]);
  });
  test('is not hers while her word has not left', () =>
    expect(isOwnNews('s1', { observedAt: iso(0) }, done({ ...report, tried: false }))).toBe(false));
});
