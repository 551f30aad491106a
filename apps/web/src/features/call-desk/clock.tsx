import { useEffect, useState } from 'react';
import { now } from '../../ui/pulse.ts';
import css from './call-desk.module.css';
import { useWords } from './words.ts';

/** How long the call has lasted; beside it stands no other figure. Read aloud only when asked. */
export function Clock({ since }: { since: string | null }) {
  const { t } = useWords();
  const [at, tick] = useState(now);
  useEffect(() => {
    tick(now());
    const timer = setInterval(() => tick(now()), 1_000);
    return () => clearInterval(timer);
  }, [since]);
  const seconds = since ? Math.max(0, Math.floor((at - Date.parse(since)) / 1_000)) : 0;
  return (
    <p className={css.clock} data-running={since !== null || undefined} role="timer" aria-live="off">
      <span className="unseen">{t('clock')}</span> {lasted(seconds)}
    </p>
  );
}

/** « 3:42 », « 1:02:05 ». */
export function lasted(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
