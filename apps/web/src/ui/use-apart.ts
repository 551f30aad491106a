import { useEffect, useRef, useState } from 'react';

const APART = 3_000;

/** Done soon when asked, and every so many ms in any case, if so; never twice within a while, however often it is asked. */
export function useApart(work: () => void, anyway?: number): () => void {
  const latest = useRef(work);
  const last = useRef<{ at: number; timer?: ReturnType<typeof setTimeout> }>({ at: 0 });
  useEffect(() => void (latest.current = work));
  const [soon] = useState(() => () => {
    const { current } = last;
    current.timer ??= setTimeout(
      () => {
        current.timer = undefined;
        current.at = Date.now();
        latest.current();
      },
      Math.max(0, current.at + APART - Date.now()),
    );
  });
  useEffect(() => {
    const timer = anyway === undefined ? undefined : setInterval(() => !document.hidden && navigator.onLine && soon(), anyway);
    return () => {
      clearInterval(timer);
      clearTimeout(last.current.timer);
      last.current.timer = undefined;
    };
  }, []);
  return soon;
}
