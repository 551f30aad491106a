import { useTranslation } from 'react-i18next';
import { useText } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './service-page.module.css';
import type { PageService } from './use-service.ts';
import { useWords } from './words.ts';

type Day = PageService['hours'][number];

/** The week to come, by the record; the state above is another thing. */
export function Hours({ hours, openNow }: { hours: readonly Day[]; openNow?: boolean | null }) {
  const { t } = useWords();
  return (
    <section className={css.part} aria-labelledby="hours">
      <h2 id="hours">{t('hours')}</h2>
      {hours.length === 0 ? (
        <p>{t('noHours')}</p>
      ) : (
        <>
          {openNow != null && <Now hours={hours} />}
          {isAlways(hours) ? (
            <p>{t('always')}</p>
          ) : (
            <table className={css.hours}>
              <tbody>
                {hours.map((day, n) => (
                  <DayRow key={day.date} day={day} today={n === 0} />
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </section>
  );
}

/** Day and night, and nothing else to say of any day. */
const isAlways = (hours: readonly Day[]) =>
  hours.every(
    ({ periods: [only, ...others], holiday, exception }) =>
      only && isMidnight(only.opens) && isMidnight(only.closes) && others.length === 0 && !holiday && !exception,
  );

function Now({ hours }: { hours: readonly Day[] }) {
  const { t } = useWords();
  const { until, when } = useTimes();
  const hour = useHour();
  const periods = hours.flatMap(day => day.periods);
  const words = useInTime(now => {
    const open = periods.find(({ opensAt, closesAt }) => Date.parse(opensAt) <= now && now < Date.parse(closesAt));
    const last = open && lastOf(open, periods);
    if (last && last === periods.at(-1) && periods.length > 1) return t('openAlways');
    if (last && last !== open) return t('openUntil', { until: until(last.closesAt, now) });
    if (open) return t('openNow', { time: hour(open.closes) });
    const next = periods.find(({ opensAt }) => Date.parse(opensAt) > now);
    return next ? t('opensAt', { when: when(next.opensAt, now) }) : t('closedNow');
  });
  return <p className={css.now}>{words}</p>;
}

/** Where one closes as another opens, they are one. */
function lastOf(period: Day['periods'][number], all: Day['periods']): Day['periods'][number] {
  const next = all.find(({ opensAt }) => Date.parse(opensAt) === Date.parse(period.closesAt));
  return next ? lastOf(next, all) : period;
}

function DayRow({ day, today }: { day: Day; today: boolean }) {
  const { t } = useWords();
  const { i18n } = useTranslation();
  const textOf = useText();
  const named = new Intl.DateTimeFormat(`${i18n.language}-CA`, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const exception = textOf(day.exception);
  const holiday = day.holiday && t(day.rule === 'ASK' ? 'askHoliday' : 'holiday', { name: textOf(day.holiday) });
  const hour = useHour();
  const periods = day.periods.map(({ opens, closes }) =>
    isMidnight(opens) && isMidnight(closes) ? t('allDay') : t('from', { opens: hour(opens), closes: hour(closes) }),
  );
  const closed = day.rule === 'ASK' ? [] : [t('closedDay')];
  return (
    <tr data-today={today || undefined}>
      <th scope="row">
        {named.format(new Date(`${day.date}T12:00:00Z`))}
        {today && ` (${t('today')})`}
      </th>
      <td>
        {(periods.length > 0 ? periods : closed).map(words => (
          <span key={words}>{words}</span>
        ))}
        {holiday && <span className={css.quiet}>{holiday}</span>}
        {exception && <span className={css.quiet}>{exception}</span>}
      </td>
    </tr>
  );
}

const isMidnight = (time: string) => /^(00|24):00/.test(time);

function useHour() {
  const { t, i18n } = useWords();
  return (time: string) => (isMidnight(time) ? t('midnight') : hourWords(time, i18n.language));
}

/** « 9 h », « 16 h 30 »; “9 a.m.”, “4:30 p.m.” */
function hourWords(time: string, language: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const at = new Date(Date.UTC(2020, 0, 1, hours, minutes));
  if (language === 'en')
    return new Intl.DateTimeFormat('en-CA', {
      hour: 'numeric',
      minute: minutes ? '2-digit' : undefined,
      timeZone: 'UTC',
      hour12: true,
    }).format(at);
  return minutes ? `${hours}\u00A0h\u00A0${String(minutes).padStart(2, '0')}` : `${hours}\u00A0h`;
}
