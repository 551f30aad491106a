import { useInTime } from './pulse.ts';

/** Whether it still runs: an end passes on a screen that nobody touches too. */
export const useRuns = (emergency: { until: string } | null | undefined): boolean =>
  useInTime(now => emergency != null && Date.parse(emergency.until) > now);
