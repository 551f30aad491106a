import { useWords as useNeedWords } from '../../needs/words.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { useWords } from './words.ts';

const MOST = 6;

/** Why nobody could offer it, and who asks: nothing that says who somebody is. */
export function Reasons({ gap: { reasons, askers } }: { gap: GapInFull }) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const { language } = useTimes();
  const most = Math.max(1, ...reasons.map(one => one.n));
  const languages = new Intl.DisplayNames([`${language}-CA`], { type: 'language' });
  const rest = reasons.slice(MOST).reduce((sum, one) => sum + one.n, 0);
  return (
    <section className={css.panel} aria-labelledby="reasons">
      <h2 id="reasons">{t('reasons')}</h2>
      <ul className={css.reasons}>
        {reasons.slice(0, MOST).map(({ reason, n: count }) => (
          <li key={reason ?? ''}>
            <span>{n(`reason.${reason ?? 'NOT_SAID'}`)}</span>
            <b>{count}</b>
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden>
              <rect width={(count / most) * 100} height={1} />
            </svg>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <span>{t('otherReasons')}</span>
            <b>{rest}</b>
          </li>
        )}
      </ul>
      <h2>{t('askers')}</h2>
      <Counts label={t('ages')} hidden={t('few')} counts={askers.ages.map(one => [n(`age.${one.ageGroup}`), one.n ?? null] as const)} />
      <Counts
        label={t('languages')}
        hidden={t('few')}
        counts={askers.languages.map(one => [languages.of(one.language) ?? one.language, one.n ?? null] as const)}
      />
    </section>
  );
}

type CountsProps = { label: string; hidden: string; counts: readonly (readonly [string, number | null])[] };

function Counts({ label, hidden, counts }: CountsProps) {
  const said = counts.filter(([, n]) => n !== null);
  return (
    <p className={css.counts}>
      <b>{label}</b> {said.map(([name, n]) => `${name} ${n}`).join(', ')}
      {said.length > 0 && said.length < counts.length && ', '}
      {said.length < counts.length && hidden}
    </p>
  );
}
