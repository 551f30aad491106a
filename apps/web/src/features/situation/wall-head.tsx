import { connection, useConnection } from '../../hub/connection.ts';
import { useSession } from '../../hub/session.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { Lantern } from '../../ui/lantern.tsx';
import { daysBetween } from '../../ui/moment.ts';
import { now, useInTime } from '../../ui/pulse.ts';
import { useCrisisWords } from '../../ui/use-crisis-words.ts';
import { useRuns } from '../../ui/use-runs.ts';
import { useTimes } from '../../ui/use-times.ts';
import type { CrisisHere } from './crisis-of.ts';
import css from './wall.module.css';
import { useWords } from './words.ts';

type WallHeadProps = { title: string; crisis: CrisisHere | null; lapsed: boolean };

/** What goes on, since when, whether the line is there and for what time all of this is true; without one, that first. */
export function WallHead({ title, crisis, lapsed }: WallHeadProps) {
  const { t } = useWords();
  const { t: say } = useCrisisWords();
  const { demonstration } = useSession();
  const times = useTimes();
  const { state, trueAt } = useConnection();
  const clock = useInTime(at => times.clock(at));
  const day = useInTime(at => (crisis ? daysBetween(Date.parse(crisis.openedAt), at, times.zone) + 1 : 0));
  const runs = useRuns(crisis?.emergency);
  const lost = lapsed || state === 'reconnecting' || state === 'offline';
  return (
    <header className={css.head} data-lost={lost || undefined}>
      <Lantern />
      <h1>{title}</h1>
      {demonstration && <b className={css.exercise}>{t('wall.demonstration')}</b>}
      {crisis?.exercise && <b className={css.exercise}>{t('wall.exercise')}</b>}
      {crisis && (
        <b className={css.phase}>
          {crisis.phase === 'CLOSED' ? say('phase.CLOSED') : t('wall.day', { phase: say(`phase.${crisis.phase}`), count: day })}
        </b>
      )}
      {crisis?.emergency && runs && !lost && (
        <b className={css.emergency}>
          {t('emergency')}
          <span>
            <Countdown until={crisis.emergency.until} />
          </span>
        </b>
      )}
      {lost ? (
        <b className={css.lost} role="status">
          {trueAt === null ? t('wall.trueNever') : t('wall.trueAt', { when: times.when(trueAt, now()) })}
          <span>{t(lapsed ? 'wall.lapsed' : `wall.${state as 'offline'}`)}</span>
        </b>
      ) : (
        <Live state={state} />
      )}
      <time className={css.clock}>{clock}</time>
    </header>
  );
}

/** That it is live, and how old its last proof is. */
function Live({ state }: { state: string }) {
  const { t } = useWords();
  const seconds = useInTime(at => {
    const heard = connection.trueAt();
    return heard === null ? null : Math.max(0, Math.round((at - heard) / 1_000));
  });
  if (state !== 'live') return <span className={css.live}>{t('wall.connecting')}</span>;
  return (
    <span className={css.live}>
      <span className={css.dot} aria-hidden /> <b>{t('wall.live')}</b> {seconds !== null && t('wall.heard', { count: seconds })}
    </span>
  );
}
