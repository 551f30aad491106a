import type { ReportServiceStatusInput, ServiceState } from '#libs/schema';
import type { Invented } from '../region/region.ts';
import { Seeded } from '../region/seeded.ts';
import type { Days } from './days.ts';
import { LONG } from './days.ts';
import { inTheDark, type Note, ordinary } from './notes.ts';

/** Whose word: the organization's own answer to a link, or what 211 heard. */
export type Voice = 'LINK' | 'RESEARCHER';

export interface ToldWord {
  readonly key: string;
  readonly organization: string;
  readonly at: Date;
  readonly voice: Voice;
  readonly says: Omit<ReportServiceStatusInput, 'serviceId'> | null;
  /** The key of the service that stands in. */
  readonly replacedBy?: string;
}

export interface Calendar {
  readonly at: Days;
  readonly weekday: (daysAgo: number) => number;
  readonly now: Date;
  /** Since how many days the power is out in a town; null where it is not. */
  readonly darkSince: (town: string) => number | null;
}

type Temper = 'DILIGENT' | 'WEEKLY' | 'SLOW' | 'ONCE' | 'SILENT';
const tempers: readonly (readonly [Temper, weight: number, everyDays: readonly [number, number]])[] = [
  ['DILIGENT', 42, [1, 3]],
  ['WEEKLY', 35, [4, 7]],
  ['SLOW', 14, [8, 11]],
  ['ONCE', 5, [LONG, LONG]],
  ['SILENT', 4, [0, 0]],
];

/** How a service has fared; what it says next follows from it. */
interface Course {
  state: ServiceState | null;
  /** What it said holds until then. */
  until: Date | null;
}

/** Three weeks of a service, the same for the same day; nothing that is still to come. */
export function pastWordsOf(service: Invented, calendar: Calendar, others: readonly Invented[]): ToldWord[] {
  const random = new Seeded(`${service.key} history`);
  const [temper, , every] = random.weighed(tempers, ([, weight]) => weight);
  if (temper === 'SILENT') return [];
  const voice: Voice = random.chance(0.62) ? 'LINK' : 'RESEARCHER';
  const dark = calendar.darkSince(service.town.code);
  const watched = dark !== null && random.chance(0.8);
  const course: Course = { state: null, until: null };
  const words: ToldWord[] = [];
  const first = temper === 'ONCE' ? random.whole(15, LONG) : LONG - random.whole(0, Math.min(every[1], 9));
  for (let ago = first; ago >= 0; ago -= watched && ago <= dark! ? 1 : random.whole(...every)) {
    const resting = [0, 6].includes(calendar.weekday(ago)) && !(watched && ago <= dark!);
    const at = calendar.at(ago, random.whole(7, 18), random.whole(0, 59) + 0.5);
    if ((resting && random.chance(0.85)) || at >= calendar.now) continue;
    words.push(next(service, course, { at, ago, voice: random.chance(0.85) ? voice : 'RESEARCHER', dark, random, calendar, others }));
  }
  return words;
}

interface Moment {
  readonly at: Date;
  readonly ago: number;
  readonly voice: Voice;
  readonly dark: number | null;
  readonly random: Seeded;
  readonly calendar: Calendar;
  readonly others: readonly Invented[];
}

function next(service: Invented, course: Course, moment: Moment): ToldWord {
  const { at, voice, random, dark, ago } = moment;
  const isDark = dark !== null && ago <= dark;
  const state = stateAfter(course.state, random, isDark, ago === dark);
  const over = course.until !== null && course.until <= at;
  const counts = service.work.unit !== undefined;
  if (state === course.state && !over && !counts) return { key: service.key, organization: service.organization, at, voice, says: null };
  const until = ['SUSPENDED', 'FULL'].includes(state) && random.chance(0.5) ? moment.calendar.at(ago - random.whole(1, 5), 9) : null;
  Object.assign(course, { state, until });
  const said = noteFor(state, random, isDark);
  const replacement = ['SUSPENDED', 'CLOSED'].includes(state) ? standIn(service, moment) : undefined;
  return {
    key: service.key,
    organization: service.organization,
    at,
    voice,
    replacedBy: replacement?.key,
    says: {
      state,
      changes: said?.changes,
      note: said && { fr: said.text[0], en: said.text[1] },
      goodUntil: until,
      capacity: counts && ['OPEN', 'LIMITED', 'FULL'].includes(state) ? capacityOf(service, state, random) : undefined,
      heardFrom: voice === 'RESEARCHER' ? { channel: 'PHONE', role: random.one(['Accueil', 'Coordination', 'Direction']) } : undefined,
    },
  };
}

/** Most go on as they were; an outage closes many on its first day, and they come back one by one. */
function stateAfter(state: ServiceState | null, random: Seeded, isDark: boolean, struck: boolean): ServiceState {
  const troubled = state !== null && state !== 'OPEN';
  if (isDark && (struck || !troubled) && random.chance(struck ? 0.6 : 0.25))
    return random.weighed(
      ['SUSPENDED', 'LIMITED', 'RELOCATED', 'FULL'] as const,
      each => ({ SUSPENDED: 4, LIMITED: 4, RELOCATED: 2, FULL: 1 })[each],
    );
  if (state === 'CLOSED') return 'CLOSED';
  if (troubled) return random.chance(isDark ? 0.3 : 0.45) ? 'OPEN' : state;
  if (random.chance(0.86)) return 'OPEN';
  return random.weighed(
    ['LIMITED', 'FULL', 'SUSPENDED', 'RELOCATED', 'CLOSED'] as const,
    each => ({ LIMITED: 8, FULL: 6, SUSPENDED: 5, RELOCATED: 1, CLOSED: 1 })[each],
  );
}

function noteFor(state: ServiceState, random: Seeded, isDark: boolean): Note | undefined {
  const notes = (isDark ? inTheDark : ordinary)[state];
  return notes && random.chance(state === 'OPEN' ? 0.15 : 0.85) ? random.one(notes) : undefined;
}

function capacityOf({ work }: Invented, state: ServiceState, random: Seeded) {
  const total = random.one([8, 12, 20, 40]);
  const available = state === 'FULL' ? 0 : random.whole(1, state === 'LIMITED' ? Math.ceil(total / 4) : total);
  return { available, total, unit: { fr: work.unit![0], en: work.unit![1] } };
}

/** The same elsewhere, where there is light. */
function standIn({ work, town, key }: Invented, { random, calendar, others }: Moment): Invented | undefined {
  const same = others.filter(
    other => other.work === work && other.key !== key && other.town !== town && calendar.darkSince(other.town.code) === null,
  );
  return same.length > 0 && random.chance(0.6) ? random.one(same) : undefined;
}
