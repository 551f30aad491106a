import { type Actor, idFrom, newId, type Placed, UserInputError } from '#libs/kernel';
import type { CapacityInput, LocalizedText, ReportServiceStatusInput, StatusSource } from '#libs/schema';
import { sourceOf } from './status.policies.ts';
import type { StatusReportEntity } from './status-report.entity.ts';
import { InvalidCapacity, InvalidTime, TextTooLong } from './status.refusals.ts';

const NOTE_LIMIT = 500;
const NAME_LIMIT = 100;
const CLOCKS_DIFFER = 2 * 60_000;
const LARGEST = 1_000_000;
const YEAR = 365.25 * 86_400_000;
const YEARS = 5;

/** A report but for its position. */
export type Said = Omit<StatusReportEntity, 'position' | 'countsFrom' | 'subject'>;

/** What the input leaves unsaid and the room knows. */
interface Known {
  now: Date;
  service: Placed;
  /** The unit of the last capacity that was said. */
  unit: LocalizedText | null;
  /** As what it counts, where that was decided already. */
  source?: StatusSource;
}

/** Told to a phone whose clock is ahead. */
export const isAhead = (observedAt: Date | null | undefined, now: Date): boolean =>
  Boolean(observedAt && +observedAt > +now + CLOCKS_DIFFER);

/** The report that an input makes; refuses what cannot be. */
export function reportFrom(actor: Actor, input: ReportServiceStatusInput, { now, service, unit, source }: Known): Said {
  if (input.state === 'UNKNOWN') throw new UserInputError('UNKNOWN is never a report.');
  const observedAt = input.observedAt && input.observedAt < now ? input.observedAt : now;
  const effectiveFrom = input.effectiveFrom ?? observedAt;
  const goodUntil = input.goodUntil ?? null;
  refuseImpossibleTimes(observedAt, effectiveFrom, goodUntil, now);
  refuseLongTexts(input);

  return {
    id: newId(),
    serviceId: idFrom(input.serviceId)!, // it was found
    locationId: idFrom(input.locationId),
    state: input.state,
    changes: [...new Set(input.changes ?? [])],
    noteFr: input.note?.fr || null,
    noteEn: input.note?.en || null,
    reason: input.reason || null,
    capacity: input.capacity ? capacityFrom(input.capacity, unit, observedAt, now) : null,
    replacementServiceId: idFrom(input.replacementServiceId),
    observedAt,
    effectiveFrom,
    goodUntil,
    source: source ?? sourceOf(actor, service),
    heardChannel: input.heardFrom?.channel ?? null,
    heardRole: input.heardFrom?.role ?? null,
    reporterId: actor.id,
    recordedAt: now,
  };
}

function refuseImpossibleTimes(observedAt: Date, effectiveFrom: Date, goodUntil: Date | null, now: Date): void {
  const years = { years: YEARS };
  const farthest = +now + YEARS * YEAR;
  if (+observedAt < +now - YEARS * YEAR) throw new InvalidTime('TIME_TOO_LONG_AGO', 'observedAt', years);
  if (+effectiveFrom < +now - YEARS * YEAR) throw new InvalidTime('TIME_TOO_LONG_AGO', 'effectiveFrom', years);
  if (+effectiveFrom > farthest) throw new InvalidTime('TIME_TOO_FAR', 'effectiveFrom', years);
  if (!goodUntil) return;
  if (goodUntil <= effectiveFrom || goodUntil <= observedAt) throw new InvalidTime('GOOD_UNTIL_BEFORE_START', 'goodUntil');
  if (+goodUntil > farthest) throw new InvalidTime('TIME_TOO_FAR', 'goodUntil', years);
}

function refuseLongTexts({ note, reason, capacity, heardFrom }: ReportServiceStatusInput): void {
  refuseTooLong('note.fr', note?.fr, NOTE_LIMIT);
  refuseTooLong('note.en', note?.en, NOTE_LIMIT);
  refuseTooLong('reason', reason, NOTE_LIMIT);
  refuseTooLong('capacity.unit.fr', capacity?.unit?.fr, NAME_LIMIT);
  refuseTooLong('capacity.unit.en', capacity?.unit?.en, NAME_LIMIT);
  refuseTooLong('heardFrom.channel', heardFrom?.channel, NAME_LIMIT);
  refuseTooLong('heardFrom.role', heardFrom?.role, NAME_LIMIT);
}

/** PostgreSQL counts characters as people do, JavaScript counts some of them twice. */
function refuseTooLong(field: string, text: string | null | undefined, limit: number): void {
  const length = text ? [...text].length : 0;
  if (length > limit) throw new TextTooLong('TEXT_TOO_LONG', field, { length, limit });
}

const places: LocalizedText = { fr: 'places', en: 'places' };

function capacityFrom({ available, total = null, unit, asOf }: CapacityInput, before: LocalizedText | null, observedAt: Date, now: Date) {
  if (available < 0) throw new InvalidCapacity('CAPACITY_NEGATIVE', 'capacity.available');
  if (total !== null && total < 0) throw new InvalidCapacity('CAPACITY_NEGATIVE', 'capacity.total');
  if (available > LARGEST) throw new InvalidCapacity('CAPACITY_TOO_LARGE', 'capacity.available', { limit: LARGEST });
  if (total !== null && total > LARGEST) throw new InvalidCapacity('CAPACITY_TOO_LARGE', 'capacity.total', { limit: LARGEST });
  if (total !== null && available > total) throw new InvalidCapacity('CAPACITY_OVER_TOTAL', 'capacity.available', { available, total });
  const counted = asOf && asOf < now ? asOf : observedAt;
  return { available, total, unit: unit ?? before ?? places, asOf: counted.toISOString() };
}
