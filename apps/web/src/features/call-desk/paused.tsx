import { useEffect, useRef } from 'react';
import { useInTime } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './call-desk.module.css';
import { useWords } from './words.ts';

/** After a hard call: nothing rings here, and nobody counts. */
export function Paused({ since, onBack }: { since: number; onBack: () => void }) {
  const { t } = useWords();
  const { age } = useTimes();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const ago = useInTime(at => age(since, at));
  return (
    <section className={css.paused} aria-labelledby="paused">
      <h2 id="paused">{t('paused')}</h2>
      <p>{t('pausedSince', { ago })}</p>
      <p>{t('pausedWords')}</p>
      <button type="button" ref={back} onClick={onBack}>
        {t('back')}
      </button>
    </section>
  );
}
