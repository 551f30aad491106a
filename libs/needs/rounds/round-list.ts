import { parse } from 'csv-parse/sync';
import { e164 } from '#libs/platform';
import type { RoundRowFaultKind } from '#libs/schema';

/** Whom to call; a building has no name. */
export interface PersonOnRound {
  readonly name: string | null;
  readonly phone: string;
  readonly address: string | null;
  readonly language: string | null;
  readonly note: string | null;
}
export interface RowFault {
  readonly line: number;
  readonly kind: RoundRowFaultKind;
}
export interface RoundList {
  readonly good: PersonOnRound[];
  readonly faults: RowFault[];
}

const columns = ['name', 'phone', 'address', 'language', 'note'] as const;
type Column = (typeof columns)[number];
const longest: Record<Column, number> = { name: 100, phone: 40, address: 300, language: 35, note: 300 };
const titles: Record<string, Column> = {
  ...{ nom: 'name', name: 'name', personne: 'name', immeuble: 'name', building: 'name' },
  ...{ telephone: 'phone', tel: 'phone', phone: 'phone', numero: 'phone', number: 'phone' },
  ...{ adresse: 'address', address: 'address', langue: 'language', language: 'language', note: 'note', remarque: 'note', notes: 'note' },
};
const spoken: Record<string, string> = {
  francais: 'fr',
  french: 'fr',
  anglais: 'en',
  english: 'en',
  espagnol: 'es',
  spanish: 'es',
  arabe: 'ar',
  arabic: 'ar',
};

interface Line {
  record: string[];
  info: { lines: number };
}

/** A pasted list, row by row: those that can be called, and the line of each that cannot, with why. `known`: numbers that are there already. */
export function readRoundList(text: string, known: ReadonlySet<string>): RoundList {
  const lines = linesOf(text);
  if (!lines) return { good: [], faults: [{ line: 1, kind: 'NOT_READ' }] };
  const order = orderIn(lines[0]?.record ?? []);
  const [good, faults, seen]: [PersonOnRound[], RowFault[], Set<string>] = [[], [], new Set(known)];
  for (const { record, info } of order ? lines.slice(1) : lines) {
    const read = personIn(record, order ?? columns);
    const kind = typeof read === 'string' ? read : seen.has(read.phone) ? 'TWICE' : null;
    if (kind || typeof read === 'string') {
      faults.push({ line: info.lines, kind: kind ?? 'NOT_READ' });
      continue;
    }
    seen.add(read.phone);
    good.push(read);
  }
  return { good, faults };
}

function linesOf(text: string): Line[] | null {
  const [first = ''] = text.split(/\r?\n/, 1);
  const delimiter = ['\t', ';', ','].find(one => first.includes(one)) ?? ',';
  try {
    return parse(text, {
      ...{ bom: true, delimiter, info: true, trim: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    }) as unknown as Line[]; // with `info` each record is told with where it stood
  } catch {
    return null;
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

/** The columns in the order of the first line, where that names them. */
function orderIn(first: readonly string[]): (Column | undefined)[] | null {
  const named = first.map(title => titles[plain(title)]);
  return named.includes('phone') ? named : null;
}

function personIn(record: readonly string[], order: readonly (Column | undefined)[]): PersonOnRound | RoundRowFaultKind {
  const said = Object.fromEntries(
    order.flatMap((column, n) => (column && record[n]?.trim() ? [[column, record[n].trim()]] : [])),
  ) as Partial<Record<Column, string>>; // built of its columns
  if (columns.some(column => (said[column]?.length ?? 0) > longest[column])) return 'TEXT_TOO_LONG';
  const phone = e164(said.phone ?? '');
  if (!phone) return 'NUMBER_NOT_VALID';
  if (!said.name && !said.address) return 'NAME_AND_ADDRESS_MISSING';
  const language = said.language ? (spoken[plain(said.language)] ?? tagOf(said.language)) : null;
  if (language === undefined) return 'LANGUAGE_NOT_KNOWN';
  return { name: said.name ?? null, phone, address: said.address ?? null, language, note: said.note ?? null };
}

function tagOf(given: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(given)[0];
  } catch {
    return undefined;
  }
}
