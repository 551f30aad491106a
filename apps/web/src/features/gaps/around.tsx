import { Link } from 'react-router';
import { useWords as useNeedWords } from '../../needs/words.ts';
import { SureTag } from '../../ui/how-sure.tsx';
import { Localized } from '../../ui/localized.tsx';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { useWords } from './words.ts';

const MOST = 6;

/** What exists around, with how it stands now, and what speaks for it. */
export function Around({ gap: { couldAnswer } }: { gap: GapInFull }) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  return (
    <section className={css.panel} aria-labelledby="around">
      <h2 id="around">{t('around')}</h2>
      {couldAnswer.length === 0 && <p className={css.quiet}>{t('nothingAround')}</p>}
      <ul className={css.around}>
        {couldAnswer.slice(0, MOST).map(({ service, why }) => (
          <li key={service.id}>
            <SureTag status={service.status} />
            <div>
              <b>
                <Link to={`/services/${service.id}`}>
                  <Localized of={service.name} />
                </Link>
              </b>
              <span>
                <Localized of={service.organization.name} />
              </span>
              <span>{why.map(one => n(`why.${one}`)).join(', ')}</span>
            </div>
            {service.status.capacity && (
              <span className={css.room}>
                {service.status.capacity.total == null
                  ? service.status.capacity.available
                  : t('room', { available: service.status.capacity.available, total: service.status.capacity.total })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {couldAnswer.length > MOST && <p className={css.quiet}>{t('othersAround', { count: couldAnswer.length - MOST })}</p>}
    </section>
  );
}
