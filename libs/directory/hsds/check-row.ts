import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import type { RawRow, Table } from './hsds-source.ts';
import { type ProblemCode, problem, type Report } from './import-problem.ts';
import { rowSchemas } from './row-schemas.ts';
import { asScheduleWritten, faultsOfSchedule } from './schedule-row.ts';

/** A row of which every value that we read is what it should be; the others are not there. */
export type Row = Readonly<Record<string, string | number | boolean | undefined>> & { readonly id: string };

const ajv = new Ajv({ allErrors: true, coerceTypes: true, keywords: ['soft'], validateSchema: false });
formats.default(ajv, ['date', 'email']);
ajv.addFormat('time-of-day', /^([01]\d|2[0-3]):[0-5]\d$/);
ajv.addFormat('time-zone', (value: string) => value.includes('/') && isZone(value));
ajv.addFormat('web-address', (value: string) => /^https?:\/\//i.test(value) && URL.canParse(value));

const validators = Object.fromEntries(
  Object.entries(rowSchemas).map(([table, schema]) => [table, ajv.compile({ type: 'object', ...schema })]),
);
const numbers = Object.fromEntries(
  Object.entries(rowSchemas).map(([table, { properties }]) => [
    table,
    Object.keys(properties).filter(name => ['number', 'integer'].includes(properties[name]!.type)),
  ]),
);

const formatProblems: Record<string, ProblemCode> = {
  date: 'IMPORT_NOT_A_DATE',
  'time-of-day': 'IMPORT_NOT_A_TIME',
  'time-zone': 'IMPORT_NOT_A_CODE',
};

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('fr', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The row, or null where it is refused; what is wrong with it is reported, everything at once. */
export function checkRow(table: Table, { at, values }: RawRow, report: Report): Row | null {
  const { properties } = rowSchemas[table];
  const row: Record<string, unknown> = {};
  for (const name of Object.keys(properties))
    if (values[name] !== undefined) row[name] = asWritten(table, name, values[name], numbers[table]!.includes(name));

  const faults = unsound(row);
  const validate = validators[table]!;
  if (!validate(row)) for (const error of validate.errors ?? []) faults.push(faultOf(error, row));
  for (const column of missingTogether(table, row)) faults.push({ column, code: 'IMPORT_MISSING_VALUE', params: {} });
  if (table === 'schedule') faults.push(...faultsOfSchedule(row));
  let refused = false;
  for (const { column, code, params } of onePerColumn(faults)) {
    const soft = properties[column]?.soft === true;
    report(problem(at, code, { column, params, left: soft ? 'value' : 'row' }));
    if (soft) delete row[column];
    else refused = true;
  }
  return refused ? null : (row as Row); // checked
}

/** What people write otherwise than the standard, and mean the same. */
function asWritten(table: Table, name: string, value: unknown, isNumber: boolean): unknown {
  if (table === 'schedule' || name === 'best_hour') value = asScheduleWritten(name, value);
  if (typeof value !== 'string') return value;
  if (isNumber) return value.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  if (name === 'website' || name === 'url') return /^[a-z]+:/i.test(value) ? value : `https://${value}`;
  if (name === 'confidential' || name === 'exception')
    return /^(1|true|yes|oui|vrai)$/i.test(value) ? true : /^(0|false|no|non|faux)$/i.test(value) ? false : value;
  if (name === 'country') return value.toUpperCase();
  if (name === 'status' || name === 'location_type' || name === 'address_type') return value.toLowerCase().replaceAll('_', ' ');
  return value;
}

/** A name in one language at least; a point has two coordinates. */
function missingTogether(table: Table, row: Record<string, unknown>): string[] {
  const has = (column: string) => row[column] !== undefined;
  if (table === 'organization' || table === 'service') return ['name', 'name_fr', 'name_en'].some(has) ? [] : ['name'];
  if (table === 'location' && has('latitude') !== has('longitude')) return [has('latitude') ? 'longitude' : 'latitude'];
  return [];
}

export interface Fault {
  readonly column: string;
  readonly code: ProblemCode;
  readonly params: Record<string, string | number>;
}

/** What PostgreSQL takes in no text. */
function unsound(row: Record<string, unknown>): Fault[] {
  return Object.entries(row)
    .filter(([, value]) => typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
    .map(([column]) => ({ column, code: 'IMPORT_FORBIDDEN_CHARACTER', params: {} }));
}

function faultOf({ keyword, instancePath, params }: ErrorObject, row: Record<string, unknown>): Fault {
  const column = keyword === 'required' ? String(params.missingProperty) : instancePath.slice(1);
  const value = String(row[column]).slice(0, 80);
  switch (keyword) {
    case 'required':
      return { column, code: 'IMPORT_MISSING_VALUE', params: {} };
    case 'maxLength':
      return { column, code: 'IMPORT_TOO_LONG', params: { length: [...String(row[column])].length, limit: Number(params.limit) } };
    case 'minimum':
    case 'maximum':
      return { column, code: 'IMPORT_OUT_OF_RANGE', params: { value } };
    case 'enum':
      return { column, code: 'IMPORT_UNKNOWN_VALUE', params: { value, allowed: (params.allowedValues as string[]).join(', ') } };
    case 'format':
      return { column, code: formatProblems[String(params.format)] ?? 'IMPORT_NOT_AN_ADDRESS', params: { value } };
    case 'type':
      return {
        column,
        code: ['number', 'integer'].includes(String(params.type)) ? 'IMPORT_NOT_A_NUMBER' : 'IMPORT_NOT_A_CODE',
        params: { value },
      };
    default:
      return { column, code: 'IMPORT_NOT_A_CODE', params: { value } };
  }
}

const onePerColumn = (faults: readonly Fault[]): Fault[] =>
  [...new Map(faults.toReversed().map(fault => [fault.column, fault])).values()].reverse();
