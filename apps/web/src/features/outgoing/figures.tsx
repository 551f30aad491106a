import { Link } from 'react-router';
import type { OutgoingPageQuery } from '../../hub/gql/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import type { Kind } from './filter.ts';
import css from './outgoing.module.css';
import { whyOf } from './reason.ts';
import { useWords } from './words.ts';

type Tally = OutgoingPageQuery['outgoingState'];

/** How many are where; each figure shows those. */
export function Figures({ tally, chosen, to }: { tally: Tally; chosen: Kind | null; to: (kind: Kind | null) => string }) {
  const { t } = useWords();
  const figures: [Kind, number, string | false][] = [
    ['dead', tally.dead, false],
    ['unsure', tally.unsure, false],
    ['bounced', tally.bounced, t('figure.lastDay')],
    ['waiting', tally.pending, tally.held > 0 && t('figure.held', { count: tally.held })],
    ['sent', tally.sentToday, t('figure.lastDay')],
  ];
  return (
    <ul className={css.figures} aria-label={t('figures')}>
      {figures.map(([kind, count, under]) => (
        <li key={kind}>
          <Link
            to={to(chosen === kind ? null : kind)}
            data-grave={(kind === 'dead' || kind === 'unsure') && count > 0 ? true : undefined}
            aria-current={chosen === kind ? 'true' : undefined}
          >
            <b>{t('figure.n', { count })}</b> <span>{t(`kind.${kind}`)}</span>
            {under && <small>{under}</small>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Whether those who deliver take anything, and since when they do not. */
export function Lanes({ lanes }: { lanes: Tally['lanes'] }) {
  const { t } = useWords();
  return (
    <ul className={css.lanes} aria-label={t('lanes')}>
      {lanes.map(lane => (
        <li key={lane.channel} data-closed={lane.closedSince ? true : undefined}>
          <Icon name={lane.closedSince ? 'warning' : 'check'} />
          <div>
            <b>{t(`channel.${lane.channel}`)}</b> <Lane lane={lane} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Lane({ lane: { channel, closedSince, nextTryAt, error, sentInLastMinute, perMinute } }: { lane: Tally['lanes'][number] }) {
  const { t } = useWords();
  const { when } = useTimes();
  if (closedSince && error && whyOf(error) === 'notSet') return <span>{t('laneNotSet', { code: error })}</span>;
  if (closedSince)
    return (
      <span>
        {t(`laneClosed.${channel}`, { when: when(closedSince, now()) })} {error && t(`why.${whyOf(error)}`, { code: error })}{' '}
        {nextTryAt && t('nextTry', { when: when(nextTryAt, now()) })}
      </span>
    );
  if (sentInLastMinute === 0) return <span>{t('laneQuiet')}</span>;
  return (
    <span>
      {t(`laneOpen.${channel}`)} {t('inLastMinute', { count: sentInLastMinute })}{' '}
      {perMinute !== null && t('perMinute', { count: perMinute })}
    </span>
  );
}
