import { Instant } from '../../ui/instant.tsx';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './crises.module.css';
import { Part } from './part.tsx';
import type { Crisis } from './use-crisis.ts';
import { useWords } from './words.ts';

/** Every step, the last first; why is said to who is signed in. */
export function History({ crisis }: { crisis: Crisis }) {
  const { t } = useWords();
  const { t: say } = useCrisisWords();
  const times = useTimes();
  return (
    <Part title={t('history')}>
      <ol className={css.history}>
        {crisis.phaseChanges.map(({ at, area, from, to, reason }) => (
          <li key={`${at} ${area.id}`}>
            <Instant at={at}>{times.moment(at, now())}</Instant>
            <div>
              <b>
                <Localized of={area.territory.name} />
              </b>
              <span>
                {from ? t('stepped', { from: say(`phase.${from}`), to: say(`phase.${to}`) }) : t('opened', { phase: say(`phase.${to}`) })}
              </span>
              {reason && <span className={css.reason}>{t('because', { reason })}</span>}
            </div>
          </li>
        ))}
      </ol>
    </Part>
  );
}
