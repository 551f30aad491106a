import type { ServiceCard_ServiceFragment } from '../../hub/gql/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { StatusGround, StatusShape, StatusTag } from '../../ui/status-badge.tsx';
import { type Said, surenessAt } from '../../ui/sureness.ts';
import { following, useStatusSentences } from '../../ui/use-status-sentences.ts';
import css from './my-services.module.css';
import { useWords } from './words.ts';

/** What the world is told of a service, and how sure it is; place by place where places differ. */
export function CardStatus({ service }: { service: Pick<ServiceCard_ServiceFragment, 'status' | 'statusByLocation'> }) {
  const { status, statusByLocation } = service;
  const words = useStatusSentences();
  const stale = useInTime(now => surenessAt(status, now) === 'STALE');
  const until = useInTime(now => words.untilOf(status, now));
  const since = useInTime(now => words.sinceOf(status, now));
  const aging = useInTime(now => surenessAt(status, now) === 'AGING');
  const planned = useInTime(now => words.plannedOf(status, now));
  const from = useInTime(now => (status.source && status.source !== 'PARTNER' ? words.sourceOf(status, now) : null));

  return (
    <>
      <StatusGround
        state={status.state}
        stale={stale}
        beside={words.capacityOf(status)}
        since={
          <>
            {until && <span className={css.until}>{until}</span>} {aging && <Clock />}
            {since}
            {from && ` (${from})`}
          </>
        }
      />
      {status.note && (
        <p className={css.note}>
          <Localized of={status.note} />
        </p>
      )}
      {planned && status.planned && (
        <p className={css.line}>
          <Icon name="arrow" size={16} />
          <StatusShape state={status.planned.state} stale size={16} /> {planned}
        </p>
      )}
      {status.contradicted && (
        <p className={css.line}>
          <Icon name="warning" size={16} /> {words.contradicted}
        </p>
      )}
      {status.mixed && <ByPlace places={statusByLocation} />}
    </>
  );
}

const Clock = () => (
  <span className={css.aging}>
    <Icon name="clock" size={14} />
  </span>
);

function ByPlace({ places }: { places: ServiceCard_ServiceFragment['statusByLocation'] }) {
  const { t } = useWords();
  return (
    <ul className={css.places} aria-label={t('byPlace')}>
      {places.map(({ location, status }) => (
        <li key={location.id}>
          <span>
            <Localized of={location.name ?? { fr: location.address, en: location.address }} />
          </span>
          <PlaceStatus status={status} />
        </li>
      ))}
    </ul>
  );
}

function PlaceStatus({ status }: { status: Said }) {
  const words = useStatusSentences();
  const stale = useInTime(now => surenessAt(status, now) === 'STALE');
  const since = useInTime(now => words.sinceOf(status, now));
  return (
    <StatusTag state={status.state} stale={stale}>
      {following(since)}
    </StatusTag>
  );
}
