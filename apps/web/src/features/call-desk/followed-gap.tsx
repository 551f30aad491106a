import type { MyDayQuery } from '../../hub/gql/graphql.ts';
import { Localized, useText } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './call-desk.module.css';
import { useWords } from './words.ts';

type Gap = MyDayQuery['gaps']['edges'][number]['node'];

const LAST = 3;

/** What became of a need that I flagged: how it stands, what answers it, and the last that was done. */
export function FollowedGap({ gap }: { gap: Gap }) {
  const { t } = useWords();
  const textOf = useText();
  const { when } = useTimes();
  const steps = gap.history.toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, LAST);
  return (
    <li>
      <b className={css.gapState} data-state={gap.state}>
        {t(`gapState.${gap.state}`)}
      </b>
      <div>
        <p>
          <b>
            {textOf(gap.kindName)}, {textOf(gap.territory.name)}
          </b>{' '}
          {t('day.requests', { count: gap.count })}
        </p>
        {gap.addressedBy && <p>{t('day.answeredBy', { name: textOf(gap.addressedBy.name) })}</p>}
        {gap.learned && <p>{gap.learned}</p>}
        <ul className={css.steps}>
          {steps.map(step => (
            <li key={step.id}>
              <time dateTime={step.at}>{when(step.at, now())}</time> {t(`step.${step.step}`)}
              {step.organization && ` · ${textOf(step.organization.name)}`}{' '}
              <span className={css.quiet}>
                <Localized of={step.by} />
              </span>
              {step.note && <q>{step.note}</q>}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
