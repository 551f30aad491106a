import type { Seeded } from './seeded.ts';

export type Hours =
  | 'OFFICE'
  | 'OFFICE_WITH_NOON'
  | 'HALF_DAYS'
  | 'ONE_MORNING'
  | 'NOON_MEALS'
  | 'ALWAYS'
  | 'EVENING_LINE'
  | 'NIGHT'
  | 'MONTHLY'
  | 'AFTER_SCHOOL'
  | 'YOUTH'
  | 'DAYTIME'
  | 'LEISURE'
  | 'SATURDAY'
  | 'TAXES'
  | 'UNKNOWN';
export type HolidayRule = 'OPEN' | 'CLOSED' | 'ASK';

type Said = readonly [days: string, opens: string, closes: string, french?: string, english?: string];

const WEEKDAYS = 'MO,TU,WE,TH,FR';
const EVERY_DAY = 'MO,TU,WE,TH,FR,SA,SU';

/** What a record says of when it is open; days with a number are those of the month. */
const said: Readonly<Record<Hours, (random: Seeded) => readonly Said[]>> = {
  OFFICE: random => [[WEEKDAYS, random.one(['08:30', '09:00']), random.one(['16:00', '16:30', '17:00'])]],
  OFFICE_WITH_NOON: () => [
    ['MO,TU,WE,TH', '09:00', '12:00'],
    ['MO,TU,WE,TH', '13:00', '16:00'],
    ['FR', '09:00', '12:00'],
  ],
  HALF_DAYS: random => [
    [random.one(['MO', 'TU']), '13:00', '16:00'],
    [random.one(['WE', 'TH', 'FR']), random.one(['09:00', '09:30']), '12:00'],
  ],
  ONE_MORNING: random => [[random.one(['TU', 'WE', 'TH', 'FR', 'SA']), '09:00', '11:30']],
  NOON_MEALS: random => [[random.one(['MO,WE,FR', 'TU,TH', WEEKDAYS]), '10:30', '13:00']],
  ALWAYS: () => [[EVERY_DAY, '00:00', '00:00']],
  EVENING_LINE: random => [[EVERY_DAY, random.one(['17:00', '18:00']), random.one(['23:00', '00:00', '02:00'])]],
  NIGHT: () => [[EVERY_DAY, '19:00', '08:00']],
  MONTHLY: random => [
    [`2${random.one(['TU', 'WE'])}`, '13:00', '16:30', 'Une fois par mois, sur rendez-vous.', 'Once a month, by appointment.'],
  ],
  AFTER_SCHOOL: () => [['MO,TU,WE,TH', '15:30', '18:00', 'Pendant l’année scolaire.', 'During the school year.']],
  YOUTH: () => [
    ['TU,WE,TH', '15:30', '21:00'],
    ['FR,SA', '15:30', '22:00'],
  ],
  DAYTIME: () => [
    [WEEKDAYS, '08:00', '17:00'],
    ['SA,SU', '09:00', '14:00'],
  ],
  LEISURE: () => [
    ['TU,TH', '18:30', '21:00'],
    ['SA', '09:30', '12:30'],
  ],
  SATURDAY: () => [['SA', '10:00', '14:00']],
  TAXES: () => [
    ['WE', '13:00', '20:00'],
    ['SA', '09:00', '12:00'],
  ],
  UNKNOWN: () => [],
};

/** As HSDS writes it. */
export const schedules = (hours: Hours, random: Seeded, key: string): object[] =>
  said[hours](random).map(([byday, opens_at, closes_at, description, description_en], n) => ({
    id: `${key} ${n}`,
    freq: /\d/.test(byday) ? 'MONTHLY' : 'WEEKLY',
    byday,
    opens_at,
    closes_at,
    description,
    description_en,
  }));

/** Shelters and lines go on; offices close; of food banks one asks. */
export function holidayRule(hours: Hours, random: Seeded): HolidayRule {
  if (hours === 'ALWAYS' || hours === 'EVENING_LINE' || hours === 'NIGHT') return 'OPEN';
  return random.chance(0.3) ? 'ASK' : 'CLOSED';
}
