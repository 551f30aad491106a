/** A fitted mean: `log mean = offset + row · coefficients`, the variance `dispersion` times the mean. */
export interface Fitted {
  readonly coefficients: readonly number[];
  readonly means: readonly number[];
  readonly dispersion: number;
  /** Inverse of the weighted cross-product: times `dispersion`, the covariance of the coefficients. */
  readonly spread: readonly (readonly number[])[];
}

const ROUNDS = 50;
const ENOUGH = 1e-8;
/** Where a column says next to nothing, its coefficient stays small instead of running away. */
const RIDGE = 1e-6;
const LEAST = 1e-9;

/**
 * Fits counts by iteratively reweighted least squares (McCullagh and Nelder 1989, ch. 2). `rows`: the design, the intercept first;
 * `offsets`: added to the log mean; `weights`: of each count. The dispersion is Pearson's, never under 1.
 */
export function fitted(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  offsets: readonly number[],
  weights: readonly number[],
): Fitted {
  const width = rows[0]!.length;
  let means = counts.map(count => count + 0.5);
  let logs = means.map(Math.log);
  let coefficients = new Array<number>(width).fill(0);
  let spread: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const working = counts.map((count, n) => logs[n]! - offsets[n]! + (count - means[n]!) / means[n]!);
    const cross = crossed(
      rows,
      means.map((mean, n) => mean * weights[n]!),
      working,
    );
    spread = inverse(cross.matrix);
    const next = spread.map(row => row.reduce((sum, value, k) => sum + value * cross.vector[k]!, 0));
    const moved = Math.max(...next.map((value, k) => Math.abs(value - coefficients[k]!)));
    coefficients = next;
    logs = rows.map((row, n) => Math.min(30, offsets[n]! + dot(row, coefficients)));
    means = logs.map(log => Math.max(LEAST, Math.exp(log)));
    if (moved < ENOUGH) break;
  }
  const free = Math.max(1, weights.filter(weight => weight > 0).length - width);
  const pearson = counts.reduce((sum, count, n) => sum + (weights[n]! * (count - means[n]!) ** 2) / means[n]!, 0);
  return { coefficients, means, dispersion: Math.max(1, pearson / free), spread };
}

/** How far each count is from its mean, in standard deviations, as Anscombe has it; corrected for its own leverage. */
export function anscombe(
  { means, dispersion, spread }: Fitted,
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  weights: readonly number[],
): number[] {
  return counts.map((count, n) => {
    const leverage = Math.min(0.99, means[n]! * weights[n]! * quadratic(spread, rows[n]!));
    const distance = 1.5 * (count ** (2 / 3) * means[n]! ** (-1 / 6) - means[n]! ** (1 / 2));
    return distance / Math.sqrt(dispersion * (1 - leverage));
  });
}

export const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
export const quadratic = (matrix: readonly (readonly number[])[], row: readonly number[]): number =>
  matrix.reduce((sum, line, k) => sum + row[k]! * dot(line, row), 0);

function crossed(rows: readonly (readonly number[])[], weights: readonly number[], values: readonly number[]) {
  const width = rows[0]!.length;
  const matrix = Array.from({ length: width }, (_, k) => Array.from({ length: width }, (__, l) => (k === l ? RIDGE : 0)));
  const vector = new Array<number>(width).fill(0);
  for (const [n, row] of rows.entries())
    for (let k = 0; k < width; k++) {
      if (row[k] === 0) continue;
      const weighted = row[k]! * weights[n]!;
      vector[k]! += weighted * values[n]!;
      for (let l = 0; l < width; l++) matrix[k]![l]! += weighted * row[l]!;
    }
  return { matrix, vector };
}

/** By Gauss and Jordan, the largest pivot first. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const work = matrix.map((row, k) => [...row, ...Array.from({ length: size }, (_, l) => (k === l ? 1 : 0))]);
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let row = k + 1; row < size; row++) if (Math.abs(work[row]![k]!) > Math.abs(work[pivot]![k]!)) pivot = row;
    [work[k], work[pivot]] = [work[pivot]!, work[k]!];
    const by = work[k]![k]!;
    work[k] = work[k]!.map(value => value / by);
    for (let row = 0; row < size; row++)
      if (row !== k && work[row]![k] !== 0) work[row] = work[row]!.map((value, l) => value - work[row]![k]! * work[k]![l]!);
  }
  return work.map(row => row.slice(size));
}
