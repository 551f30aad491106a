import { useInTime } from './pulse.ts';
import { useCrisisWords } from './use-crisis-words.ts';
import { useTimes } from './use-times.ts';

/** What is left, second by second in its last hour; when it ends on hover. */
export function Countdown({ until }: { until: string }) {
  const { left } = useCrisisWords();
  const { exact } = useTimes();
  const words = useInTime(now => left(until, now));
  return (
    <time dateTime={until} title={exact(until)} role="timer">
      {words}
    </time>
  );
}
