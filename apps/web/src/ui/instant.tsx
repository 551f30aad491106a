import { useTimes } from './use-times.ts';

/** Words of an instant, the exact one on hover. */
export function Instant({ at, children }: { at: string; children: string }) {
  const { exact } = useTimes();
  return (
    <time dateTime={at} title={exact(at)}>
      {children}
    </time>
  );
}
