import type { Figures } from './board.ts';
import css from './situation.module.css';
import { useWords } from './words.ts';

/** One sentence that a tired person can repeat on the phone; `scope`: beside an event's name, whether it is of the event or of all. */
export function Sentence({ figures: { n, all }, scope }: { figures: Figures; scope: 'all' | 'event' | null }) {
  const { t } = useWords();
  if (all === 0) return <p className={css.sentence}>{t('sentence.none')}</p>;
  return (
    <p className={css.sentence}>
      {scope && <span className={css.scope}>{t(`sentence.${scope}`)} </span>}
      {t('sentence.open', { count: n.OPEN, all: t('services', { count: all }) })} <b>{t('sentence.toConfirm', { count: n.TO_CONFIRM })}</b>
      {n.UNKNOWN > 0 && ` ${t('sentence.never', { count: n.UNKNOWN })}`}
    </p>
  );
}
