import type { ServiceCard_ServiceFragment } from '../../hub/gql/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import { StatusGround } from '../../ui/status-badge.tsx';
import { PlaceStatus, StatusLines } from '../../ui/status-lines.tsx';
import { useHowSure } from '../../ui/use-how-sure.ts';
import { Contradictions, type SaidOtherwise } from './contradictions.tsx';
import css from './my-services.module.css';
import { TakePlanBack } from './take-plan-back.tsx';
import { useWords } from './words.ts';

type CardStatusProps = {
  service: Pick<ServiceCard_ServiceFragment, 'id' | 'status' | 'statusByLocation'>;
  otherwise: readonly SaidOtherwise[];
};

/** What the world is told of a service, and how sure it is; place by place where places differ. */
export function CardStatus({ service: { id, status, statusByLocation }, otherwise }: CardStatusProps) {
  const { words, stale, aging, since, until, source } = useHowSure(status);
  const from = status.source !== 'PARTNER' && source;
  const differ = status.mixed || statusByLocation.some(place => place.status.planned?.takesOverAt !== status.planned?.takesOverAt);

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
      <StatusLines
        status={status}
        besidePlan={<TakePlanBack serviceId={id} locationId={null} status={status} />}
        contradiction={<Contradictions said={otherwise} />}
      />
      {differ && <ByPlace serviceId={id} places={statusByLocation} />}
    </>
  );
}

const Clock = () => (
  <span className={css.aging}>
    <Icon name="clock" size={14} />
  </span>
);

function ByPlace({ serviceId, places }: { serviceId: string; places: ServiceCard_ServiceFragment['statusByLocation'] }) {
  const { t } = useWords();
  return (
    <ul className={css.places} aria-label={t('byPlace')}>
      {places.map(({ location, status }) => (
        <li key={location.id}>
          <span>
            <Localized of={location.name ?? { fr: location.address, en: location.address }} />
          </span>
          <PlaceStatus status={status} />
          {status.planned && (
            <div className={css.ofPlace}>
              <StatusLines
                status={{ state: status.state, note: null, planned: status.planned }}
                besidePlan={<TakePlanBack serviceId={serviceId} locationId={location.id} status={status} />}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
