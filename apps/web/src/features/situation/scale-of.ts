/** Round numbers around all of them, near enough for a change to be seen; both are written beside the line. */
export function scaleOf(counts: readonly number[]): { low: number; high: number } {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(most - least, most / 10, 1))));
  const low = Math.floor(least / step) * step;
  const high = Math.ceil(most / step) * step;
  return { low, high: high === low ? low + step : high };
}
