import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysOf, type Schedule } from './days-of-schedule.ts';
import { addDays, daysFrom, instantOf } from './local-time.ts';
import { type HolidayRule, type Hours, type OpeningPeriod, periodsAt, periodsOf } from './opening-periods.ts';

const zone = 'America/Toronto';
const nothing = { exception: false, validFrom: null, validTo: null, dtstart: null, until: null, freq: null, opensAt: null, closesAt: null };
const schedule = (said: Partial<Schedule>): Schedule => ({ ...nothing, interval: 1, byday: [], bymonthday: [], ...said });
const weekly = (byday: string, opensAt: string, closesAt: string, said: Partial<Schedule> = {}) =>
  schedule({ freq: 'WEEKLY', byday: byday.split(' '), opensAt, closesAt, ...said });
const closed = (validFrom: string, validTo = validFrom) => schedule({ exception: true, validFrom, validTo });
const hours = (own: Schedule[], holidayRule: HolidayRule = 'OPEN'): Hours => ({ own, holidayRule, zone, places: [] });

const festive = new Map([
  ['2026-06-24', 'Fête nationale'],
  ['2026-07-01', 'Fête du Canada'],
]);
const wordsOf = (periods: readonly OpeningPeriod[] | null) => periods?.map(({ day, opens, closes }) => `${day} ${opens}-${closes}`) ?? null;
const held = (own: Schedule[], from: string, to = from, rule?: HolidayRule) => periodsOf(hours(own, rule), festive, from, to).whole;
const lasting = (periods: readonly OpeningPeriod[] | null) => periods!.map(({ opensAt, closesAt }) => (+closesAt - +opensAt) / 3_600_000);
const day = (from = '2024-01-01', length = 4000) => fc.nat(length).map(days => addDays(from, days));
const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

describe('the clocks', () => {
  test.each([
    ['a usual night', '2026-03-03', 10],
    ['the night they leap forward', '2026-03-07', 9],
    ['the night they fall back', '2026-10-31', 11],
  ])('from 20:00 to 06:00, %s has its true length', (_, night, length) => {
    const periods = held([weekly('MO TU WE TH FR SA SU', '20:00', '06:00')], night);
    expect(wordsOf(periods)).toEqual([`${night} 20:00-06:00`]);
    expect(lasting(periods)).toEqual([length]);
  });

  test('a time that does not exist is the instant of the leap; what lies wholly in the missing hour is not held', () => {
    expect(instantOf('2026-03-08', '02:30', zone)).toEqual(new Date('2026-03-08T07:00:00Z'));
    expect(instantOf('2026-03-08', '03:00', zone)).toEqual(new Date('2026-03-08T07:00:00Z'));
    expect(lasting(held([weekly('SU', '01:30', '02:30')], '2026-03-08'))).toEqual([0.5]);
    expect(held([weekly('SU', '02:10', '02:50')], '2026-03-08')).toEqual([]);
  });

  test('a time that exists twice is the first', () => {
    expect(instantOf('2026-11-01', '01:30', zone)).toEqual(new Date('2026-11-01T05:30:00Z'));
    expect(lasting(held([weekly('SU', '00:30', '01:30')], '2026-11-01'))).toEqual([1]);
    expect(lasting(held([weekly('SU', '01:30', '02:30')], '2026-11-01'))).toEqual([2]);
  });

  test.each(['America/Toronto', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'])(
    'in %s a later time is never an earlier instant, and is read back as it was written',
    zone =>
      fc.assert(
        fc.property(day('2011-12-01'), time, time, (on, a, b) => {
          const [first, second] = a < b ? [a, b] : [b, a];
          expect(+instantOf(on, first, zone)).toBeLessThanOrEqual(+instantOf(on, second, zone));
          const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
          const said = shown.format(instantOf(on, first, zone));
          if (said !== `${on} ${first}`) expect(said > `${on} ${first}`).toBe(true); // leapt over
        }),
      ),
  );

  test('periods follow each other without an overlap, and each lasts less than 26 hours', () =>
    fc.assert(
      fc.property(day(), time, time, (from, opens, closes) => {
        const periods = held([weekly('MO TU WE TH FR SA SU', opens, closes)], from, addDays(from, 9))!;
        for (const [n, { opensAt, closesAt }] of periods.entries()) {
          expect(+closesAt - +opensAt).toBeLessThan(26 * 3_600_000);
          if (n > 0) expect(+opensAt).toBeGreaterThanOrEqual(+periods[n - 1]!.closesAt);
        }
      }),
    ));
});

describe('days', () => {
  const days = (said: Partial<Schedule>, from = '2026-01-01', to = '2026-03-31') => daysOf(schedule(said), from, to);

  test.each<[string, Partial<Schedule>, string[]]>([
    ['the second Tuesday', { freq: 'MONTHLY', byday: ['2TU'] }, ['2026-01-13', '2026-02-10', '2026-03-10']],
    ['the last Friday', { freq: 'MONTHLY', byday: ['-1FR'] }, ['2026-01-30', '2026-02-27', '2026-03-27']],
    ['the 31st, where there is one', { freq: 'MONTHLY', bymonthday: [31] }, ['2026-01-31', '2026-03-31']],
    ['the last of the month', { freq: 'MONTHLY', bymonthday: [-1] }, ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['every second month', { freq: 'MONTHLY', interval: 2, dtstart: '2025-11-05' }, ['2026-01-05', '2026-03-05']],
    [
      'every third Monday',
      { freq: 'WEEKLY', interval: 3, byday: ['MO'], dtstart: '2025-12-29' },
      ['2026-01-19', '2026-02-09', '2026-03-02', '2026-03-23'],
    ],
    ['until', { freq: 'WEEKLY', byday: ['MO'], until: '2026-01-12' }, ['2026-01-05', '2026-01-12']],
    ['while valid', { freq: 'WEEKLY', byday: ['MO'], validFrom: '2026-03-20' }, ['2026-03-23', '2026-03-30']],
    ['one day alone', { dtstart: '2026-02-14' }, ['2026-02-14']],
    ['each day of a span', { validFrom: '2026-03-30', validTo: '2026-04-30' }, ['2026-03-30', '2026-03-31']],
    ['none before it begins', { freq: 'WEEKLY', byday: ['MO'], dtstart: '2027-01-01' }, []],
  ])('%s', (_, said, expected) => expect(days(said)).toEqual(expected));

  test('those of a long time are those of its parts', () =>
    fc.assert(
      fc.property(
        fc.record({
          freq: fc.constantFrom('WEEKLY', 'MONTHLY'),
          interval: fc.integer({ min: 1, max: 5 }),
          byday: fc.constantFrom(['MO'], ['TU', 'SU'], []),
          dtstart: day('2025-06-01', 300),
        }),
        fc.nat(200),
        (said, cut) => {
          const [from, middle, to] = ['2026-01-01', addDays('2026-01-01', cut), '2026-12-31'];
          expect([...days(said, from, middle), ...days(said, addDays(middle, 1), to)]).toEqual(days(said, from, to));
        },
      ),
    ));
});

describe('what is said of a day', () => {
  const usual = weekly('MO TU WE TH FR', '09:00', '17:00');

  test.each<[HolidayRule, string[]]>([
    ['OPEN', ['2026-06-24 09:00-17:00', '2026-07-01 09:00-17:00']],
    ['CLOSED', []],
    ['ASK', []],
  ])('on 24 June and 1 July, under the rule %s', (rule, expected) => {
    const both = ['2026-06-24', '2026-07-01'].flatMap(on => wordsOf(held([usual], on, on, rule))!);
    expect(both).toEqual(expected);
    expect(wordsOf(held([usual], '2026-06-25', '2026-06-25', rule))).toEqual(['2026-06-25 09:00-17:00']);
  });

  test('what never closes is asked nothing on a holiday; what began the day before a closed one goes on', () => {
    const always = weekly('MO TU WE TH FR SA SU', '00:00', '00:00');
    expect(held([always], '2026-06-24', '2026-06-24', 'ASK')).toHaveLength(1);
    expect(held([always], '2026-06-24', '2026-06-24', 'CLOSED')).toHaveLength(0);
    expect(lasting(held([weekly('TU', '20:00', '08:00')], '2026-06-23', '2026-06-24', 'CLOSED'))).toEqual([12]);
  });

  test('an exception stands for what is usual and for the holiday rule; of two, the shorter', () => {
    const shorter = schedule({ exception: true, validFrom: '2026-06-24', validTo: '2026-06-24', opensAt: '10:00', closesAt: '12:00' });
    expect(wordsOf(held([usual, closed('2026-06-22', '2026-06-26')], '2026-06-22', '2026-06-29'))).toEqual(['2026-06-29 09:00-17:00']);
    expect(wordsOf(held([usual, closed('2026-06-22', '2026-06-26'), shorter], '2026-06-22', '2026-06-26', 'CLOSED'))).toEqual([
      '2026-06-24 10:00-12:00',
    ]);
  });

  test('without hours, with words alone, or with hours that are over, nothing is known; closed by an exception, it is known', () => {
    expect(held([], '2026-03-02')).toBeNull();
    expect(held([schedule({ freq: 'WEEKLY', byday: ['MO'] })], '2026-03-02')).toBeNull();
    expect(held([{ ...usual, validTo: '2026-03-01' }], '2026-03-02')).toBeNull();
    expect(held([closed('2026-03-02')], '2026-03-02')).toEqual([]);
  });

  test('periods that touch are one', () => {
    const parts = [weekly('MO', '09:00', '12:00'), weekly('MO', '12:00', '16:00'), weekly('MO', '18:00', '20:00')];
    expect(wordsOf(held(parts, '2026-03-02'))).toEqual(['2026-03-02 09:00-16:00', '2026-03-02 18:00-20:00']);
  });
});

describe('places', () => {
  const usual = weekly('MO', '09:00', '17:00');
  const place = (locationId: string, here: Schedule[], own: Schedule[] = []) => ({ locationId, here, place: own });
  const on = '2026-03-02';
  const of = (own: Schedule[], ...places: ReturnType<typeof place>[]) => {
    const { whole, at } = periodsOf({ ...hours(own), places }, festive, on, on);
    return [wordsOf(whole), ...places.map(({ locationId }) => wordsOf(at.get(locationId)!))];
  };

  test('what is said of the service there goes before what is said of it, and that before what is said of the place', () => {
    const [here, there] = [weekly('MO', '13:00', '15:00'), weekly('MO', '06:00', '23:00')];
    expect(of([usual], place('a', [here], [there]), place('b', [], [there]))).toEqual([
      [`${on} 09:00-17:00`],
      [`${on} 13:00-15:00`],
      [`${on} 09:00-17:00`],
    ]);
    expect(of([], place('a', [], [there]))).toEqual([[`${on} 06:00-23:00`], [`${on} 06:00-23:00`]]);
  });

  test('a place that closes closes the service if it is the only one', () => {
    expect(of([usual], place('a', [], [closed(on)]))).toEqual([[], []]);
    expect(of([usual], place('a', [], [closed(on)]), place('b', []))).toEqual([[`${on} 09:00-17:00`], [], [`${on} 09:00-17:00`]]);
    expect(of([usual, closed(on)], place('a', [weekly('MO', '08:00', '10:00')]))).toEqual([[], []]);
  });

  test('each day is as it is alone', () =>
    fc.assert(
      fc.property(day(), fc.constantFrom<HolidayRule>('OPEN', 'CLOSED', 'ASK'), (from, rule) => {
        const schedules = [[usual, closed(addDays(from, 3), addDays(from, 5))]];
        const to = addDays(from, 12);
        const alone = daysFrom(from, to).flatMap(on => wordsOf(periodsAt(schedules, hours([], rule), festive, on, on)) ?? []);
        expect(wordsOf(periodsAt(schedules, hours([], rule), festive, from, to))).toEqual(alone);
      }),
    ));
});
