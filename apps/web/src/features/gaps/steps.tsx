import { columnOf, columns } from '../../needs/columns.ts';
import { useWords as useNeedWords } from '../../needs/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { useWords } from './words.ts';

/** How far it is, and since when. */
export function Steps({ gap }: { gap: GapInFull }) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const { moment } = useTimes();
  const here = columns.indexOf(columnOf(gap.state));
  return (
    <ol className={css.steps} aria-label={t('steps')}>
      {columns.map((column, at) => (
        <li key={column} aria-current={at === here ? 'step' : undefined} data-past={at < here || undefined}>
          {at < here && <Icon name="check" size={14} />}
          <b>{at === here ? n(`state.${gap.state}`) : n(`step.${column}`)}</b>
          {at === here && (
            <span>
              {gap.state === 'ASSIGNED' && gap.assignedTo ? <Localized of={gap.assignedTo.name} /> : moment(gap.stateAt, now())}
              {gap.answer && gap.state === 'ASSIGNED' && <> · {n(`answer.${gap.answer.kind}`)}</>}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
