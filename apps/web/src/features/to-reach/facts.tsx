import type { CallResult, ReachReason } from '../../hub/gql/graphql.ts';
import { Instant } from '../../ui/instant.tsx';
import { Localized } from '../../ui/localized.tsx';
import { now, useInTime } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './to-reach.module.css';
import type { Row } from './use-to-reach.ts';
import { useWords } from './words.ts';

const order: readonly ReachReason[] = ['NEVER_SAID', 'STALE', 'STALE_BEFORE_OPENING', 'ASKED'];

/** Why it is called: of how many services, and what. */
export function Why({ row }: { row: Row }) {
  const { t } = useWords();
  const said = order.flatMap(why => {
    const count = row.services.filter(service => service.why.includes(why)).length;
    return count > 0 ? [t(`why.${why}`, { count })] : [];
  });
  return <>{said.join(' · ')}</>;
}

/** The figures of its place in the list: what it weighs, and how long until it opens. */
export function Figures({ row }: { row: Row }) {
  const { t } = useWords();
  const matters = row.services.some(one => one.matters && one.why.length > 0);
  const left = useInTime(at => {
    if (!row.opensAt) return t('hoursUnknown');
    const minutes = Math.round((Date.parse(row.opensAt) - at) / 60_000);
    if (minutes <= 0) return t('openNow');
    return minutes < 60 ? t('opensInMinutes', { count: minutes }) : t('opensInHours', { count: Math.round(minutes / 60) });
  });
  return (
    <span className={css.figures}>
      <b data-soon={(row.hoursLeft != null && row.hoursLeft > 0 && row.hoursLeft <= 2) || undefined}>{left}</b>
      <span>
        {t('importance', { count: row.importance })}
        {matters && ` · ${t('matters')}`}
      </span>
    </span>
  );
}

/** « 9 h 30 », « 15 h »; “9:30”. */
function hourWords(at: string, language: string): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const minutes = String(minute).padStart(2, '0');
  return language === 'en' ? `${hour}:${minutes}` : `${hour}\u00A0h${minute > 0 ? `\u00A0${minutes}` : ''}`;
}

/** How it likes to be asked, and when. */
export function Liking({ row }: { row: Row }) {
  const { t, i18n } = useWords();
  const { preferredChannel, bestHour, relay } = row.organization;
  const channel = preferredChannel && (preferredChannel === 'RELAY' && relay ? null : t(`channel.${preferredChannel}`));
  const hour = bestHour && t('bestHour', { hour: hourWords(bestHour, i18n.language) });
  if (!channel && !hour && !relay) return null;
  return (
    <span>
      {[channel, hour].filter(Boolean).join(' · ')}
      {relay && preferredChannel === 'RELAY' && (
        <>
          {hour && ' · '}
          {t('by')} <Localized of={relay.name} />
        </>
      )}
    </span>
  );
}

type Try = Row['tries'][number];

/** What came of the last call. */
export function LastTry({ of, all = 1 }: { of: Try; all?: number }) {
  const { t } = useWords();
  const { when } = useTimes();
  const at = of.endedAt ?? of.claimedAt;
  return (
    <span>
      <Instant at={at}>{`${t(`result.${of.result as CallResult}`)} ${when(at, now())}`}</Instant>
      {', '}
      {of.by}
      {of.callBackAt && ` · ${t('callBackAt', { when: when(of.callBackAt, now()) })}`}
      {all > 1 && ` · ${t('tries', { count: all })}`}
      {of.note && (
        <>
          {' · '}
          <q>{of.note}</q>
        </>
      )}
    </span>
  );
}

/** Whose it is now; past its time it is nobody's. */
export function useClaim(claim: Row['claim']): Row['claim'] | null {
  const over = useInTime(at => !claim || Date.parse(claim.claimEndsAt) <= at);
  return over ? null : claim;
}
