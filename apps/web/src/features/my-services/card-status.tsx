import type { ServiceCard_ServiceFragment } from '../../hub/gql/graphql.ts';
import { useUnsentWord } from '../../saying/use-unsent.ts';
import { SureGround, SureTag } from '../../ui/how-sure.tsx';
import { Localized } from '../../ui/localized.tsx';
import { StatusLines } from '../../ui/status-lines.tsx';
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
  const { source } = useHowSure(status);
  const unsent = useUnsentWord(id);
  const from = status.source !== 'PARTNER' && source;
  const differ = status.mixed || statusByLocation.some(place => place.status.planned?.takesOverAt !== status.planned?.takesOverAt);

  return (
    <>
      <SureGround status={status} after={from && ` (${from})`} unsent={unsent} />
      <StatusLines
        status={status}
        besidePlan={<TakePlanBack serviceId={id} locationId={null} status={status} />}
        contradiction={<Contradictions said={otherwise} />}
      />
      {differ && <ByPlace serviceId={id} places={statusByLocation} />}
    </>
  );
}

function ByPlace({ serviceId, places }: { serviceId: string; places: ServiceCard_ServiceFragment['statusByLocation'] }) {
  const { t } = useWords();
  return (
    <ul className={css.places} aria-label={t('byPlace')}>
      {places.map(({ location, status }) => (
        <li key={location.id}>
          <span>
            <Localized of={location.name ?? { fr: location.address, en: location.address }} />
          </span>
          <SureTag status={status} />
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
