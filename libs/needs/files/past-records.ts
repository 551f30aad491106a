import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { ImportCodes, type KnownCodes } from './import-codes.ts';
import type { NeedsLine, NeedsProblem } from './needs-table.ts';

type Wrong = (column: string, code: NeedsProblem['code'], value?: string) => null;

const outcomes = ['MET', 'PARTLY_MET', 'UNMET'];
const reasons =
  'NO_SERVICE FULL CLOSED NOT_ELIGIBLE TOO_FAR TOO_EXPENSIVE LANGUAGE WAITING_LIST HOURS NO_ANSWER NO_TRANSPORT NO_DOCUMENTS DIGITAL ACCESSIBILITY UNSAFE REFUSED_BY_CALLER OTHER'.split(
    ' ',
  );
const genders = ['WOMAN', 'MAN', 'NON_BINARY', 'OTHER', 'UNKNOWN'];
const ages = 'AGE_0_12 AGE_13_17 AGE_18_24 AGE_25_34 AGE_35_49 AGE_50_64 AGE_65_74 AGE_75_PLUS UNKNOWN'.split(' ');
const lines = ['PHONE_211', 'CHAT_211', 'TEXT_211', 'EMAIL_211', 'WALK_IN'];

/** Needs that were recorded elsewhere before: a contact for each, which opens no gap. The same line is taken once. */
@Injectable()
export class PastRecords {
  constructor(
    @Inject(ImportCodes) private readonly codes: ImportCodes,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async write(
    tx: Transaction,
    given: readonly NeedsLine[],
    refused: (problem: NeedsProblem) => void,
  ): Promise<{ written: number; same: number }> {
    const codes = await this.codes.read(tx);
    const now = this.clock.now();
    const rows = given.flatMap(({ line, cells }) => {
      const wrong: Wrong = (column, code, value = '') => (refused({ line, column, code, params: { value } }), null);
      const row = rowOf(cells, codes, now, wrong);
      return row ? [{ ...row, id: newId(), need: newId(), source: cells.id || hashOf(line, cells) }] : [];
    });
    const written = await tx.manager.query<unknown[]>(writeSql, [JSON.stringify(rows), now, codes.zone]);
    return { written: written.length, same: rows.length - written.length };
  }
}

/** Lines that are alike are told apart by where they stand. */
const hashOf = (line: number, cells: NeedsLine['cells']): string =>
  createHash('sha256')
    .update(`${line} ${JSON.stringify(cells)}`)
    .digest('hex');

function rowOf(cells: NeedsLine['cells'], codes: KnownCodes, now: Date, wrong: Wrong) {
  const at = instantFrom(cells.at ?? '');
  if (!at || (at.zoned && new Date(at.text) > now)) return wrong('at', 'IMPORT_NEEDS_INSTANT');
  const category = codes.category(cells.category ?? '');
  if (!category) return wrong('category', cells.category ? 'IMPORT_NEEDS_CODE' : 'IMPORT_NEEDS_MISSING', cells.category);
  const kind = codes.kind(cells.kind ?? '');
  if (!kind) return wrong('kind', cells.kind ? 'IMPORT_NEEDS_CODE' : 'IMPORT_NEEDS_MISSING', cells.kind);
  const outcome = oneOf(outcomes, cells.outcome);
  if (!outcome) return wrong('outcome', cells.outcome ? 'IMPORT_NEEDS_CODE' : 'IMPORT_NEEDS_MISSING', cells.outcome);
  const reason = cells.reason ? oneOf(reasons, cells.reason) : null;
  if (reason === undefined || (reason && outcome === 'MET')) return wrong('reason', 'IMPORT_NEEDS_CODE', cells.reason);
  const place = cells.territory ? codes.territory(cells.territory) : null;
  if (place === undefined) return wrong('territory', 'IMPORT_NEEDS_CODE', cells.territory);
  const town = cells.municipality ? codes.territory(cells.municipality) : place ? codes.municipalityOf(place) : null;
  if (town === undefined) return wrong('municipality', 'IMPORT_NEEDS_CODE', cells.municipality);
  const language = languageFrom(cells.language);
  if (!language) return wrong('language', 'IMPORT_NEEDS_CODE', cells.language);
  const [gender, age, line] = [
    oneOf(genders, cells.gender || 'UNKNOWN'),
    oneOf(ages, cells.age || 'UNKNOWN'),
    oneOf(lines, cells.line || 'PHONE_211'),
  ];
  if (!gender) return wrong('gender', 'IMPORT_NEEDS_CODE', cells.gender);
  if (!age) return wrong('age', 'IMPORT_NEEDS_CODE', cells.age);
  if (!line) return wrong('line', 'IMPORT_NEEDS_CODE', cells.line);
  const neighbourhood = place && codes.municipalityOf(place) !== place ? place : null;
  return { at: at.text, zoned: at.zoned, category, kind, outcome, reason, neighbourhood, municipality: town, language, gender, age, line };
}

const oneOf = (known: readonly string[], given: string | undefined): string | undefined =>
  known.find(each => each === (given ?? '').trim().toUpperCase());

/** A day is its noon; without a zone it is the region's clock. */
function instantFrom(given: string): { text: string; zoned: boolean } | null {
  const [, day, time, zone] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/.exec(given.trim()) ?? [];
  if (!day || Number.isNaN(Date.parse(`${day}T${time ?? '12:00'}${zone ?? 'Z'}`))) return null;
  return { text: `${day}T${time ?? '12:00'}${zone ?? ''}`, zoned: zone !== undefined };
}

function languageFrom(given: string | undefined): string | null {
  if (!given) return 'fr';
  try {
    return Intl.getCanonicalLocales(given)[0] ?? null;
  } catch {
    return null;
  }
}

const writeSql = `
  with given as (
    select *, case when zoned then at::timestamptz else at::timestamp at time zone $3 end as instant
    from jsonb_to_recordset($1::jsonb) as given (id uuid, need uuid, source text, at text, zoned boolean, category text, kind text, outcome text, reason text,
      neighbourhood text, municipality text, language text, gender text, age text, line text)
  ), contact as (
    insert into needs.contact (id, kind, line, caller_is, started_at, ended_at, language, interpreted, gender, age_group, municipality, neighbourhood, recorded_at, source, source_id)
    select id, 'NEED', line, 'SELF', instant, instant, language, false, gender, age, municipality, neighbourhood, $2, 'IMPORT', source from given
    where instant <= $2 on conflict (source, source_id) do nothing returning id
  )
  insert into needs.need (id, contact_id, place, category, kind, outcome, unmet_reason, at, vulnerable, first_time)
  select need, given.id, 0, category, kind, outcome, reason, instant, age in ('AGE_0_12', 'AGE_75_PLUS'), true from given join contact on contact.id = given.id
  returning id`;
