import i18next from 'i18next';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

/** `own`: what came of the person's own act; it does not wait. */
type Announce = (sentence: string, own?: 'own') => void;

const Context = createContext<Announce>(() => undefined);
const apart = 10_000;

/** Speaks politely to who does not see: at once, then a sentence every ten seconds at most, the last one to say; then nothing, lest it be read later. */
export function Announcer({ children }: { children: ReactNode }) {
  const [sentence, say] = useState('');
  const waiting = useRef<{ next?: string; timer?: ReturnType<typeof setTimeout> }>({});

  const announce = useCallback<Announce>((next, own) => {
    const { current } = waiting;
    const speak = () => {
      const words = current.next;
      current.next = undefined;
      current.timer = words === undefined ? undefined : setTimeout(speak, apart);
      say(words ?? '');
    };
    current.next = next;
    if (own) clearTimeout(current.timer);
    if (own || !current.timer) speak();
  }, []);

  useEffect(() => {
    const silence = () => {
      waiting.current.next = undefined;
      say(''); // it was said in the other language
    };
    i18next.on('languageChanged', silence);
    return () => i18next.off('languageChanged', silence);
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
