import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { judged, type Period } from './farrington.ts';

const series = [
  3792, 4363, 4061, 4387, 3913, 4872, 5273, 4286, 4217, 4774, 5445, 4408, 4177, 4375, 4677, 4572, 4102, 3935, 7740, 11029, 7728, 5077, 4681,
  4137, 4434, 4765, 4477, 4910, 5408, 5978, 4974, 4751, 5267, 4485,
];
const monthOf = (n: number): string => `${2018 + Math.floor((n + 3) / 12)}-${String(((n + 3) % 12) + 1).padStart(2, '0')}`;
const plain = (count: number): Period => ({ count, of: 1, calendar: [] });

const APART = 6;
/** Each month that has a year to be measured against, half a year before it left apart. */
const found = (counts: readonly number[]): string[] =>
  counts.flatMap((count, n) =>
    n >= 12 + APART && judged(counts.slice(0, n - APART).map(plain), plain(count), APART).isSurge ? [monthOf(n)] : [],
  );

describe('the public series of the 211, 2018-04 to 2021-01', () => {
  test('October, November and December 2019 are found, and nothing else', () => {
    expect(found(series)).toEqual(['2019-10', '2019-11', '2019-12']);
  });

  test('it is the series that was given', () => {
    const given = '../shared/data/needs-by-month.csv';
    if (existsSync(given))
      expect(
        readFileSync(given, 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map(line => Number(line.split(',')[1])),
      ).toEqual(series);
    expect(series).toHaveLength(34);
  });
});

/** The same numbers each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
function poisson(mean: number, next: () => number): number {
  let [n, product] = [0, next()];
  for (const end = Math.exp(-mean); product > end; n++) product *= next();
  return n;
}
/** Gamma of a whole shape, divided by it: mean 1. */
const gamma = (shape: number, next: () => number): number =>
  -Array.from({ length: shape }, () => Math.log(next())).reduce((a, b) => a + b, 0) / shape;

const weekday = (day: number): number[] => Array.from({ length: 6 }, (_, k) => Number(day % 7 === k));
const season = (day: number): number[] => [Math.sin((2 * Math.PI * day) / 365.25), Math.cos((2 * Math.PI * day) / 365.25)];
const calm =
  (mean: number, next: () => number) =>
  (day: number): Period => {
    const expected = mean * (day % 7 < 5 ? 1.2 : 0.5) * (1 + 0.3 * Math.sin((2 * Math.PI * day) / 365.25));
    return { count: poisson(expected * gamma(5, next), next), of: 1, calendar: [...weekday(day), ...season(day)] };
  };

describe('years that are calm, more dispersed than Poisson, with weekdays and seasons', () => {
  test.each([2, 8, 30])('of %s a day, hardly one day in two hundred is called a surge', mean => {
    const next = random(mean);
    const day = calm(mean, next);
    const days = Array.from({ length: 800 }, (_, n) => day(n));
    let alarms = 0;
    for (let n = 435; n < 800; n++)
      if (
        judged(
          days.slice(n - 400, n - 7),
          days[n]!,
          7,
          days.slice(n - 3, n).map(({ count }) => count),
        ).isSurge
      )
        alarms++;
    expect(alarms / 365).toBeLessThanOrEqual(0.011);
  });

  test('four times as many are found on the day; a doubling of a large count too', () => {
    const day = calm(8, random(3));
    const past = Array.from({ length: 400 }, (_, n) => day(n));
    const present = { ...day(407), count: 40 };
    expect(judged(past, present)).toMatchObject({ isSurge: true, observed: 40 });
    const large = calm(60, random(4));
    const before = Array.from({ length: 400 }, (_, n) => large(n));
    expect(judged(before, { ...large(407), count: 260 }).isSurge).toBe(true);
  });

  test('a share rises while the total stays: found by the share, not by the total', () => {
    const next = random(5);
    const share = (count: number, of: number): Period => ({ count, of, calendar: [] });
    const past = Array.from({ length: 120 }, () => {
      const of = 40 + poisson(10, next);
      return share(poisson(of * 0.1, next), of);
    });
    expect(judged(past, share(18, 50)).isSurge).toBe(true);
    expect(judged(past, share(8, 50)).isSurge).toBe(false);
    expect(
      judged(
        past.map(({ of }) => ({ count: of, of: 1, calendar: [] })),
        { count: 50, of: 1, calendar: [] },
      ).isSurge,
    ).toBe(false);
  });
});

test('nothing, or next to nothing, is never a surge', () => {
  const past = Array.from({ length: 60 }, () => plain(0));
  expect(judged(past, plain(4)).isSurge).toBe(false);
  expect(judged(past, plain(0)).isSurge).toBe(false);
  expect(judged(past, plain(9)).isSurge).toBe(true);
});
