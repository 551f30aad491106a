import { useActs, useOutbox } from '../../hub/use-outbox.ts';
import { Localized } from '../../ui/localized.tsx';
import type { Said } from '../../ui/sureness.ts';
import { actOn } from '../../saying/acts.ts';
import { withoutPlan } from '../../saying/draft.ts';
import css from './my-services.module.css';
import { useWords } from './words.ts';

type TakePlanBackProps = { serviceId: string; locationId: string | null; status: Said };

/** A plan is taken back by a new word for its instant: what holds then goes on. */
export function TakePlanBack({ serviceId, locationId, status }: TakePlanBackProps) {
  const { t } = useWords();
  const outbox = useOutbox();
  const waits = actOn(serviceId, useActs());
  const word = withoutPlan(serviceId, locationId, status);
  return (
    <>
      {status.planned?.note && (
        <span>
          (<Localized of={status.planned.note} />)
        </span>
      )}
      {word && !waits && (
        <button type="button" className={css.inLine} onClick={() => outbox.put('report', word)}>
          {t('plan.takeBack')}
        </button>
      )}
    </>
  );
}
