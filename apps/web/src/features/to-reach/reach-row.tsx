import { Localized, useText } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import { Figures, LastTry, Liking, useClaim, Why } from './facts.tsx';
import { PhoneLink } from './phone-link.tsx';
import css from './to-reach.module.css';
import type { Row } from './use-to-reach.ts';
import { useWords } from './words.ts';

type ReachRowProps = { row: Row; place: number; called: boolean; offline: boolean; taken: string | null; onClaim: () => void };

/** One organization: why, how soon, how; one button takes it, so that nobody else calls. */
export function ReachRow({ row, place, called, offline, taken, onClaim }: ReachRowProps) {
  const { t } = useWords();
  const { when } = useTimes();
  const textOf = useText();
  const claim = useClaim(row.claim);
  const name = textOf(row.organization.name);
  const anothers = claim && !claim.mine;
  const [phone] = row.phones;
  const [last] = row.tries;
  return (
    <li className={css.row} data-called={called || undefined} data-taken={anothers || undefined}>
      <span className={css.place} aria-hidden>
        {place}
      </span>
      <div className={css.said}>
        <b>
          <Localized of={row.organization.name} />
        </b>
        <span>
          <Why row={row} />
        </span>
        <Liking row={row} />
        {row.restsUntil && <span>{t('restsUntil', { when: when(row.restsUntil, now()) })}</span>}
        {last && <LastTry of={last} all={row.tries.length} />}
        {taken && (
          <span role="alert" className={css.wrong}>
            {taken}
          </span>
        )}
      </div>
      <Figures row={row} />
      <div className={css.acts}>
        {phone ? (
          <PhoneLink phone={phone} name={name} className={css.phone} onDial={anothers || called ? undefined : onClaim} />
        ) : (
          <span className={css.none}>{t('noPhone')}</span>
        )}
        {anothers ? (
          <span className={css.taken} data-row-action tabIndex={-1}>
            {t('takenBy', { name: claim.by })}
          </span>
        ) : (
          <button
            type="button"
            className={css.claim}
            data-row-action
            data-org={row.id}
            disabled={offline}
            aria-label={t(called ? 'goOnOf' : 'claimOf', { name })}
            onClick={onClaim}
          >
            {t(called ? 'goOn' : 'claim')}
          </button>
        )}
      </div>
    </li>
  );
}
