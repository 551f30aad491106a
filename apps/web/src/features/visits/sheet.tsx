import { Link } from 'react-router';
import { Localized } from '../../ui/localized.tsx';
import { StatusBadge, StatusShape } from '../../ui/status-badge.tsx';
import { states } from '../../ui/tokens.mjs';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import type { VisitedOrganization, VisitedService } from './use-visited.ts';
import css from './visits.module.css';
import { useWords } from './words.ts';

const sayable = states.filter(state => state !== 'UNKNOWN');

/** A page for one organization: what is known, what to tick, and room to write. */
export function Sheet({ organization }: { organization: VisitedOrganization }) {
  const { t } = useWords();
  const { exact } = useTimes();
  return (
    <section className={css.sheet} aria-labelledby={`sheet-${organization.id}`}>
      <header>
        <h2 id={`sheet-${organization.id}`}>
          <Localized of={organization.name} />
        </h2>
        <Link className={css.type} to={`/visits/${organization.id}`}>
          {t('typeIn')}
        </Link>
      </header>
      <p className={css.lines}>
        <span>{t('visitedAt')}</span>
        <span>{t('met')}</span>
      </p>
      {organization.services.map(service => (
        <ServiceLines key={service.id} service={service} />
      ))}
      <p className={css.small}>{t('printedAt', { when: exact(now()) })}</p>
    </section>
  );
}

function ServiceLines({ service: { name, status, phones, locations } }: { service: VisitedService }) {
  const { t } = useWords();
  const { moment } = useTimes();
  const places = locations.flatMap(({ address }) => address ?? []);
  return (
    <article className={css.service}>
      <h3>
        <Localized of={name} />
      </h3>
      <p className={css.small}>
        {[...places, ...phones.map(({ number, extension }) => (extension ? `${number} ${t('extension', { extension })}` : number))].join(
          ' · ',
        )}
      </p>
      <p className={css.known}>
        {t('known')} <StatusBadge state={status.state} stale={status.freshness === 'STALE'} size={16} />{' '}
        {status.observedAt && t('saidAt', { when: moment(status.observedAt, now()) })}
      </p>
      <ul className={css.boxes}>
        <li>
          <span className={css.box} /> {t('unchanged')}
        </li>
        {sayable.map(state => (
          <li key={state}>
            <span className={css.box} /> <StatusShape state={state} size={16} /> {t(`state.${state}`, { ns: 'status' })}
          </li>
        ))}
      </ul>
      <p className={css.lines}>
        <span>{t('until')}</span>
        {status.capacity && (
          <span>
            {t('left')} (<Localized of={status.capacity.unit} />)
          </span>
        )}
      </p>
      <p className={css.lines}>
        <span>{t('note')}</span>
      </p>
    </article>
  );
}
