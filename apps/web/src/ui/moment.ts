/** Instants in people's words, in the region's zone; pure, so that an evening in Laval reads the same everywhere. */
export type Spoken = 'fr' | 'en';
export type Wall = { year: number; month: number; day: number; hour: number; minute: number };

const minute = 60_000;
const hour = 60 * minute;
const dayLong = 24 * hour;
const nbsp = '\u00A0';

const formats = new Map<string, Intl.DateTimeFormat>();
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(locale, options)));
  return found;
}

/** What clocks and calendars show there. */
export function wallOf(at: number, timeZone: string): Wall {
  const parts = format('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value);
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute') };
}

const asUtc = ({ year, month, day, hour: h, minute: m }: Wall) => Date.UTC(year, month - 1, day, h, m);

/** The instant when clocks there show this; in the hour that spring skips, as if they had not been moved yet. */
export function instantOf(wall: Wall, timeZone: string): number {
  const guess = asUtc(wall);
  const offsetAt = (at: number) => asUtc(wallOf(at, timeZone)) - Math.floor(at / minute) * minute;
  const first = guess - offsetAt(guess);
  const second = guess - offsetAt(first);
  return asUtc(wallOf(second, timeZone)) === guess ? second : Math.max(first, second);
}

/** Calendar days from one instant to another, as counted there. */
export function daysBetween(from: number, to: number, timeZone: string): number {
  const midnight = (at: number) => asUtc({ ...wallOf(at, timeZone), hour: 0, minute: 0 });
  return Math.round((midnight(to) - midnight(from)) / dayLong);
}

/** « 14 h 32 », “2:32 p.m.” */
export function clockWords(at: number, language: Spoken, timeZone: string): string {
  const { hour: h, minute: m } = wallOf(at, timeZone);
  const minutes = String(m).padStart(2, '0');
  if (language === 'fr') return `${h}${nbsp}h${m ? `${nbsp}${minutes}` : ''}`;
  return `${h % 12 || 12}${m ? `:${minutes}` : ''}${nbsp}${h < 12 ? 'a.m.' : 'p.m.'}`;
}

/** « 1er mars », “March 1”; with its year when it is not this one. */
function dateWords(at: number, now: number, language: Spoken, timeZone: string): string {
  const { year, day } = wallOf(at, timeZone);
  const month = format(`${language}-CA`, { timeZone, month: 'long' }).format(at);
  const otherYear = year === wallOf(now, timeZone).year ? '' : language === 'fr' ? ` ${year}` : `, ${year}`;
  return (language === 'fr' ? `${day === 1 ? '1er' : day}${nbsp}${month}` : `${month}${nbsp}${day}`) + otherYear;
}

/** A weekday alone is one to come: the last one is said by its date. */
const isNear = (days: number) => days >= -1 && days < 7;

/** « demain », « lundi », « 1er mars »; nothing for today. */
export function dayWords(at: number, now: number, language: Spoken, timeZone: string): string {
  const days = daysBetween(now, at, timeZone);
  if (days === 0) return '';
  if (Math.abs(days) === 1) return new Intl.RelativeTimeFormat(`${language}-CA`, { numeric: 'auto' }).format(days, 'day');
  if (isNear(days)) return format(`${language}-CA`, { timeZone, weekday: 'long' }).format(at);
  return dateWords(at, now, language, timeZone);
}

/** Whether an instant is said by its clock alone, by its day, or by its date: other words lead to each. */
export function nearness(at: number, now: number, timeZone: string): 'clock' | 'near' | 'date' {
  const days = daysBetween(now, at, timeZone);
  return days === 0 ? 'clock' : isNear(days) ? 'near' : 'date';
}

/** « 14 h 12 », « hier 16 h 05 », « lundi 9 h », « 1er mars à 9 h ». */
export function momentWords(at: number, now: number, language: Spoken, timeZone: string): string {
  const day = dayWords(at, now, language, timeZone);
  const clock = clockWords(at, language, timeZone);
  if (nearness(at, now, timeZone) === 'date') return `${day} ${language === 'fr' ? 'à' : 'at'} ${clock}`;
  return day ? `${day} ${clock}` : clock;
}

/** The whole instant, for whoever asks. */
export function exactWords(at: number, language: Spoken, timeZone: string): string {
  const day = format(`${language}-CA`, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  return `${day}, ${clockWords(at, language, timeZone)}`;
}

export type Age = { key: 'justNow' | 'minutesAgo' | 'hoursAgo' | 'daysAgo'; count: number };

/** Hours up to 48, then days: « il y a 41 h » says more at 3 a.m. than « hier ». */
export function ageOf(at: number, now: number): Age {
  const age = Math.max(0, now - at);
  if (age < minute) return { key: 'justNow', count: 0 };
  if (age < hour) return { key: 'minutesAgo', count: Math.floor(age / minute) };
  if (age < 48 * hour) return { key: 'hoursAgo', count: Math.floor(age / hour) };
  return { key: 'daysAgo', count: Math.floor(age / dayLong) };
}
