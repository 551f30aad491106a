import { useState } from 'react';
import { Instant } from '../../ui/instant.tsx';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './crises.module.css';
import { Part } from './part.tsx';
import type { Crisis } from './use-crisis.ts';
import { useWords } from './words.ts';

const FEW = 6;

/** Every step, the last first; why is said to who is signed in. */
export function History({ crisis }: { crisis: Crisis }) {
  const { t } = useWords();
  const { t: say } = useCrisisWords();
  const times = useTimes();
  const [all, seeAll] = useState(false);
  const { phaseChanges } = crisis;
  const cut = !all && phaseChanges.length > FEW + 1; // a button takes the room of one
  return (
    <Part at="history" title={t('history')}>
      <ol className={css.history}>
        {(cut ? phaseChanges.slice(0, FEW) : phaseChanges).map(({ at, area, from, to, reason }) => (
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
      {cut && (
        <button type="button" className={css.act} onClick={() => seeAll(true)}>
          {t('seeSteps', { count: phaseChanges.length })}
        </button>
      )}
    </Part>
  );
}
