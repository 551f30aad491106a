import type { Fault } from './check-row.ts';
import type { ProblemCode } from './import-problem.ts';

type Values = Record<string, unknown>;

/** Days in capitals, hours as `09:00`, midnight as the start of the day: what the standard's own examples write otherwise. */
export function asScheduleWritten(name: string, value: unknown): unknown {
  if (typeof value === 'number' && (name === 'bymonthday' || name === 'count')) return String(value);
  if (typeof value !== 'string') return value;
  if (name === 'freq') return value.toUpperCase();
  if (name === 'byday' || name === 'bymonthday') return value.toUpperCase().replace(/\s/g, '').replaceAll(';', ',').replaceAll('+', '');
  if (name === 'opens_at' || name === 'closes_at' || name === 'best_hour')
    return value
      .replace(/^(\d{1,2}:\d{2}):\d{2}(\.0+)?$/, '$1')
      .replace(/^(\d):/, '0$1:')
      .replace(/^24:00$/, '00:00');
  return value;
}

/** What is right column by column and says no hours together. A frequency and a beginning that follow from the rest are filled in. */
export function faultsOfSchedule(row: Values): Fault[] {
  if (!row.freq && row.byday) row.freq = 'WEEKLY';
  if (!row.freq && row.bymonthday) row.freq = 'MONTHLY';
  if (row.freq === 'WEEKLY' && /\d/.test(String(row.byday))) row.freq = 'MONTHLY';
  if (Number(row.interval ?? 1) > 1) row.dtstart ??= row.valid_from;
  if (row.opens_at === '00:00' && row.closes_at === '23:59') row.closes_at = '00:00'; // as HSDS writes day and night
  return [...missing(row), ...outOfOrder(row), ...notUnderstood(row)];
}

function missing(row: Values): Fault[] {
  const needed: [column: string, isMissing: unknown][] = [
    ['opens_at', row.closes_at && !row.opens_at],
    ['closes_at', row.opens_at && !row.closes_at],
    ['valid_from', row.exception === true && !row.valid_from],
    ['valid_to', row.exception === true && !row.valid_to],
    ['byday', row.freq && !row.byday && !row.bymonthday && !row.dtstart],
    ['dtstart', Number(row.interval ?? 1) > 1 && !row.dtstart],
    ['freq', Number(row.interval ?? 1) > 1 && !row.freq],
  ];
  return needed.filter(([, isMissing]) => isMissing).map(([column]) => fault(column, 'IMPORT_MISSING_VALUE'));
}

function outOfOrder(row: Values): Fault[] {
  const ends: [from: string, to: string][] = [
    ['valid_from', 'valid_to'],
    ['dtstart', 'until'],
  ];
  const days = ['valid_from', 'valid_to', 'dtstart', 'until'].filter(column => row[column] && !/^(19|20|21)/.test(String(row[column])));
  return [
    ...days.map(column => fault(column, 'IMPORT_OUT_OF_RANGE', { value: String(row[column]) })),
    ...ends
      .filter(([from, to]) => row[from] && row[to] && String(row[from]) > String(row[to]))
      .map(([, to]) => fault(to, 'IMPORT_NEVER_OPEN')),
  ];
}

/** Left out, these would say that it is open on days when it is not. */
function notUnderstood(row: Values): Fault[] {
  const columns = ['byweekno', 'byyearday', 'count'].filter(column => row[column] !== undefined);
  if (row.freq === 'WEEKLY' && row.bymonthday) columns.push('bymonthday');
  return columns.map(column => fault(column, 'IMPORT_NOT_UNDERSTOOD', { column }));
}

const fault = (column: string, code: ProblemCode, params: Fault['params'] = {}): Fault => ({ column, code, params });
