import { useInTime } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './call-desk.module.css';
import type { Line } from './use-ground.ts';
import { useWords } from './words.ts';

/** How the line stands, and what is announced on it; a wait that was told long ago is not shown. */
export function LineState({ line: { state, waiting, waitSeconds, aged, closesAt, opensAt } }: { line: Line }) {
  const { t } = useWords();
  const { when, until } = useTimes();
  const hours = useInTime(at => (closesAt ? until(closesAt, at) : opensAt ? t('opens', { when: when(opensAt, at) }) : ''));
  const wait =
    aged || state === 'DOWN' || state === 'CLOSED'
      ? []
      : [
          ...(waiting != null ? [t('waiting', { count: waiting })] : []),
          ...(waitSeconds != null ? [t('wait', { count: Math.max(1, Math.round(waitSeconds / 60)) })] : []),
        ];
  return (
    <p className={css.lineState} data-state={state}>
      <b>{t(`lineState.${state}`)}</b> <span>{[...wait, hours].filter(Boolean).join(' · ')}</span>
    </p>
  );
}
