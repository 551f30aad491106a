import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

const Context = createContext<(sentence: string) => void>(() => undefined);
const apart = 10_000;

/** Speaks politely to who does not see: at once, then a sentence every ten seconds at most, the last one to say. */
export function Announcer({ children }: { children: ReactNode }) {
  const [sentence, say] = useState('');
  const waiting = useRef<{ next?: string; timer?: ReturnType<typeof setTimeout> }>({});

  const announce = useCallback((next: string) => {
    const { current } = waiting;
    if (current.timer) return void (current.next = next);
    const speak = () => {
      current.timer = undefined;
      if (current.next === undefined) return;
      say(current.next);
      current.next = undefined;
      current.timer = setTimeout(speak, apart);
    };
    current.next = next;
    speak();
  }, []);

  return (
    <Context value={announce}>
      {children}
      <div className="unseen" role="status" aria-live="polite" aria-atomic>
        {sentence}
      </div>
    </Context>
  );
}

export const useAnnounce = () => useContext(Context);
