import { Link } from 'react-router';
import { Icon } from '../../ui/icon.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Localized } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { StatusGround, StatusShape, StatusTag } from '../../ui/status-badge.tsx';
import { type Said, surenessAt } from '../../ui/sureness.ts';
import { following, useStatusSentences } from '../../ui/use-status-sentences.ts';
import css from './service-page.module.css';
import type { PageService } from './use-service.ts';
import { useWords } from './words.ts';

/** How it stands, how sure that is, who says so; and where one of its places differs. */
export function PageStatus({ service, justChanged }: { service: PageService; justChanged: boolean }) {
  const { t } = useWords();
  const { status, statusByLocation } = service;
  return (
    <section className={css.part} aria-label={t('state')} data-changed={justChanged || undefined}>
      {justChanged && <span className="unseen">{t('justChanged')}</span>}
      <Word status={status} />
      {status.replacement && (
        <p className={css.line}>
          <Icon name="arrow" size={18} /> {t('replacement')}{' '}
          <Link to={`/services/${status.replacement.id}`}>
            <Localized of={status.replacement.name} />
          </Link>
        </p>
      )}
      {status.mixed && (
        <>
          <h3>{t('places')}</h3>
          <ul className={css.places}>
            {statusByLocation.map(({ location, status: word }) => (
              <li key={location.id}>
                <b>
                  <Localized of={location.name} />
                </b>
                <PlaceWord status={word} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={css.quiet}>
        <Link to="/what-a-status-means">{t('meaning')}</Link>
      </p>
    </section>
  );
}

function Word({ status }: { status: Said }) {
  const words = useStatusSentences();
  const stale = useInTime(now => surenessAt(status, now) === 'STALE');
  const since = useInTime(now => words.sinceOf(status, now));
  const until = useInTime(now => words.untilOf(status, now));
  const source = useInTime(now => words.sourceOf(status, now));
  const planned = useInTime(now => words.plannedOf(status, now));
  const beside = [words.capacityOf(status), until].filter(Boolean).join(', ');
  const at = status.confirmedAt ?? status.observedAt;
  return (
    <>
      <StatusGround state={status.state} stale={stale} beside={beside} since={at ? <Instant at={at}>{since}</Instant> : since} />
      {source && <p className={css.quiet}>{source}</p>}
      {status.note && (
        <p className={css.note}>
          <Localized of={status.note} />
        </p>
      )}
      {planned && status.planned && (
        <p className={css.line}>
          <Icon name="arrow" size={18} /> <StatusShape state={status.planned.state} stale size={18} /> {planned}
        </p>
      )}
      {status.contradicted && (
        <p className={css.line}>
          <Icon name="warning" size={18} /> {words.contradicted}
        </p>
      )}
    </>
  );
}

function PlaceWord({ status }: { status: Said }) {
  const words = useStatusSentences();
  const stale = useInTime(now => surenessAt(status, now) === 'STALE');
  const since = useInTime(now => words.sinceOf(status, now));
  return (
    <StatusTag state={status.state} stale={stale}>
      {following(since)}
    </StatusTag>
  );
}
