import { anscombe, dot, fitted, quadratic } from './quasi-poisson.ts';

/** What is known of a period: how many, of how many (1 where it is a total), and what its calendar says. */
export interface Period {
  readonly count: number;
  /** What the count is a share of. */
  readonly of: number;
  /** Factors of the calendar, each 0 or 1, and harmonics of the season; the same length for all. */
  readonly calendar: readonly number[];
}
export interface Judged {
  readonly observed: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly isSurge: boolean;
}

/** One false alarm in a thousand, were all counts as the model says. */
export const ALPHA = 0.001;
const Z = 3.0902;
/** Past surges count for less: Noufaily et al. 2013 */
const UNUSUAL = 2.58;
/** Fewer are no surge, whatever was expected. */
const FEWEST = 5;
const RECENT = 4;
/** At five in a hundred. */
const SIGNIFICANT = 1.96;
const LEAST = 1e-9;

/**
 * Whether a period is beyond chance, against those before it: Farrington et al. 1996, as improved by Noufaily et al. 2013 (docs/surges.md).
 * A quasi-Poisson mean with trend and calendar is fitted; past periods far above it are weighed down, and it is fitted again; the bound is
 * of the 2/3 power, which makes small counts symmetric. A trend that is not significant, or would go beyond all of the past, is left out.
 * `apart`: how many periods lie between the past that is used and the present, so that a surge that goes on is not its own measure.
 * `recent`: the counts just before the present.
 */
export function judged(past: readonly Period[], present: Period, apart = 0, recent: readonly number[] = []): Judged {
  const highest = Math.max(...past.map(({ count, of }) => (count / Math.max(LEAST, of)) * present.of));
  const trending = against(past, present, apart, true);
  const { expected, low, high } = trending.isTrend && trending.expected <= highest ? trending : against(past, present, apart, false);
  const enough = [...recent.slice(1 - RECENT), present.count].reduce((sum, count) => sum + count, 0) >= FEWEST && present.count > 0;
  return { observed: present.count, expected, low, high, isSurge: enough && present.count > high };
}

function against(past: readonly Period[], present: Period, apart: number, trend: boolean) {
  const rowOf = ({ calendar }: Period, n: number) => [1, ...(trend ? [n / past.length] : []), ...calendar];
  const used = past.map((period, n) => ({ period, row: rowOf(period, n) })).filter(({ period }) => period.of > 0);
  const rows = used.map(({ row }) => row);
  const counts = used.map(({ period }) => period.count);
  const offsets = used.map(({ period }) => Math.log(period.of));
  const even = used.map(() => 1);
  const first = fitted(rows, counts, offsets, even);
  const weights = weighed(anscombe(first, rows, counts, even));
  const { coefficients, dispersion, spread } = fitted(rows, counts, offsets, weights);
  const row = rowOf(present, past.length + apart);
  const expected = Math.exp(Math.min(30, Math.log(Math.max(LEAST, present.of)) + dot(row, coefficients)));
  const deviation = Math.sqrt(dispersion * expected + dispersion * expected ** 2 * quadratic(spread, row));
  const isTrend = trend && Math.abs(coefficients[1]!) > SIGNIFICANT * Math.sqrt(dispersion * spread[1]![1]!);
  return { expected, low: bound(expected, deviation, -Z), high: bound(expected, deviation, Z), isTrend };
}

/** Those far above count by the square of how far, and all of them as many as they are. */
function weighed(residuals: readonly number[]): number[] {
  const raw = residuals.map(residual => (residual > UNUSUAL ? residual ** -2 : 1));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map(weight => (weight * residuals.length) / sum);
}

const bound = (mean: number, deviation: number, z: number): number => mean * Math.max(0, 1 + ((2 / 3) * z * deviation) / mean) ** 1.5;
