import { useEffect, useEffectEvent } from 'react';

const every = 5_000;

/** While a screen could not be read, it is asked for again, and at once when the browser has a line. */
export function useReread(failed: boolean, reread: () => void): void {
  const again = useEffectEvent(reread);
  useEffect(() => {
    if (!failed) return;
    const now = () => again();
    const timer = setInterval(now, every);
    addEventListener('online', now);
    return () => {
      clearInterval(timer);
      removeEventListener('online', now);
    };
  }, [failed]);
}
