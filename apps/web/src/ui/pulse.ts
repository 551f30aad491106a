import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let source: () => number = Date.now;

/** Whose time the screens go by. */
export const goBy = (now: () => number): void => void (source = now);
export const now = (): number => source();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    if (!document.hidden) for (const each of listeners) each();
  }, 2_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) timer = void clearInterval(timer);
  };
}

/** Something that time alone changes: looked at every other second, drawn again only when its words differ. */
export const useInTime = <T extends string | number | boolean | null>(look: (now: number) => T): T =>
  useSyncExternalStore(subscribe, () => look(now()));
