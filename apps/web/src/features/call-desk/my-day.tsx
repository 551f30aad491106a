import { useQuery } from '@apollo/client/react';
import { Link, useNavigate } from 'react-router';
import { useReread } from '../../hub/use-reread.ts';
import { useText } from '../../ui/localized.tsx';
import { fieldsOf, instantOfFields } from '../../ui/day-hour.ts';
import { useInTime } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import css from './call-desk.module.css';
import { MyDay } from './my-day.query.ts';
import { FollowedGap } from './followed-gap.tsx';
import { LeftOpen } from './left-open.tsx';
import { useLeftOpen } from './use-left-open.ts';
import { callHere, putInHand } from './use-call.ts';
import { useSaved } from './use-saved.ts';
import { useWords } from './words.ts';

const EVERY = 30_000;

export function MyDayList() {
  const { t } = useWords();
  const { zone, clock } = useTimes();
  const textOf = useText();
  const navigate = useNavigate();
  const saved = useSaved();
  const since = useInTime(at => new Date(instantOfFields(fieldsOf(at, zone).day, '00:00', zone) ?? at).toISOString());
  const { data, error, refetch } = useQuery(MyDay, {
    variables: { since },
    fetchPolicy: 'cache-and-network',
    pollInterval: EVERY,
    skipPollAttempt: () => document.hidden || !navigator.onLine,
  });
  const reread = () => void refetch().catch(() => undefined); // `error` says why
  useReread(error !== undefined, reread);
  const leftOpen = useLeftOpen(callHere() ?? '', saved.done);
  const kindOf = (code: string) => textOf(data?.needKinds.find(kind => kind.code === code)?.name) || t('otherNeed');
  if (!data)
    return (
      <div className={css.day}>
        {!error && <Waiting word={t('loading')} rows={4} high={64} />}
        {error && (
          <Calm title={t('day.failed')} alert>
            <p>{t('failedSafe')}</p>
            <button type="button" onClick={reread}>
              {t('again')}
            </button>
          </Calm>
        )}
      </div>
    );
  const gaps = data.gaps.edges.map(({ node }) => node);
  return (
    <div className={css.day}>
      <LeftOpen {...leftOpen} kinds={data.needKinds as never} begun={false} onResume={call => (putInHand(call), void navigate('/appel'))} />
      <section aria-labelledby="flagged">
        <h2 id="flagged">{t('day.flagged')}</h2>
        {gaps.length === 0 && <p className={css.hint}>{t('day.noneFlagged')}</p>}
        <ul className={css.dayRows}>
          {gaps.map(gap => (
            <FollowedGap key={gap.id} gap={gap} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="recorded">
        <h2 id="recorded">{t('day.recorded', { count: data.myContacts.length })}</h2>
        {saved.waiting.length > 0 && <p className={css.hint}>{t('waitingLine', { count: saved.waiting.length })}</p>}
        {data.myContacts.length === 0 && (
          <Calm title={t('day.none')}>
            <Link to="/appel">{t('title')}</Link>
          </Calm>
        )}
        <ul className={css.dayRows}>
          {data.myContacts.map(({ id, kind, line, startedAt, endedAt, needs, handovers }) => (
            <li key={id}>
              <time dateTime={startedAt}>{clock(startedAt)}</time>
              <div>
                {needs.length === 0 && <b>{t(`contact.${kind}`)}</b>}
                {needs.map(need => (
                  <p key={need.id}>
                    <b>{kindOf(need.kind)}</b> {t(`outcome.${need.outcome}`)}
                    {need.unmetReason && ` · ${t(`reason.${need.unmetReason}`)}`}
                    {need.references.length > 0 && ` · ${t('check.references', { count: need.references.length })}`}
                    {need.gap && ` · ${t('day.counted', { count: need.gap.count })}`}
                  </p>
                ))}
                {handovers.map(({ id: handed, target }) => (
                  <p key={handed}>{t('day.handed', { name: textOf(target.name) })}</p>
                ))}
                <p className={css.quiet}>
                  {t(`line.${line as 'PHONE_211'}`)} · {t('day.until', { when: clock(endedAt) })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
