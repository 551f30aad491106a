import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { RecordContactInput } from '#libs/schema';
import { JoinGaps } from '../gaps/join-gaps.ts';
import { type GapKey, keyText } from '../gaps/gap-key.ts';
import { ContactGiven, type GivenContact, type GivenNeed } from './contact-given.ts';
import { ContactRecordedEvent } from './contacts.events.ts';

/** Where it was written down, where that was not at the desk. */
export interface Origin {
  readonly source: string;
  readonly sourceId: string;
}

/** One call, with what was needed; what nobody could offer is flagged in the same transaction. */
@Injectable()
export class RecordContact {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ContactGiven) private readonly given: ContactGiven,
    @Inject(JoinGaps) private readonly gaps: JoinGaps,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: RecordContactInput): Promise<{ contactId: string }> {
    return this.unitOfWork.once(actor, 'recordContact', input, tx => this.within(tx, actor, input));
  }

  async within(tx: Transaction, actor: Actor, input: RecordContactInput, origin?: Origin): Promise<{ contactId: string }> {
    const given = await this.given.read(tx, actor, input);
    const contactId = newId();
    await this.writeContact(tx, contactId, actor, input, given, origin);
    const flagged = given.needs.filter(isFlagged).map(need => keyOf(need, given));
    const joined = await this.gaps.join(tx, actor, flagged);
    const needs = given.needs.map(need => ({ ...need, id: newId() }));
    await this.writeNeeds(tx, contactId, input, given, needs, joined.gapOf);
    await this.writeReferences(tx, input, needs);
    await this.writeHandovers(tx, contactId, actor, input, given);
    if (input.draftId)
      await tx.manager.query('delete from needs.draft where id = $1 and account_id = $2', [idFrom(input.draftId), actor.accountId]);
    await this.gaps.tell(tx, actor, joined);
    this.announce(tx, contactId, given, needs);
    return { contactId };
  }

  private async writeContact(
    tx: Transaction,
    id: string,
    actor: Actor,
    input: RecordContactInput,
    { crisis, language, place, note }: GivenContact,
    origin?: Origin,
  ): Promise<void> {
    await tx.manager.query(
      `insert into needs.contact (id, kind, line, caller_is, person_present, called_before, started_at, ended_at, language, interpreted, gender,
         age_group, municipality, neighbourhood, postal_prefix, crisis_id, recorded_at, recorded_by, source, source_id, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
      [
        ...[id, input.kind ?? 'NEED', input.line, input.callerIs ?? 'SELF', input.personPresent ?? null, input.calledBefore ?? null],
        ...[input.startedAt, input.endedAt, language, input.interpreted],
        ...[input.caller?.gender ?? 'UNKNOWN', input.caller?.ageGroup ?? 'UNKNOWN'],
        ...[place.municipality, place.neighbourhood, place.postalPrefix, crisis?.id ?? null],
        ...[this.clock.now(), actor.accountId ?? null, origin?.source ?? 'DESK', origin?.sourceId ?? null, note],
      ],
    );
  }

  private async writeNeeds(
    tx: Transaction,
    contactId: string,
    input: RecordContactInput,
    given: GivenContact,
    needs: readonly (GivenNeed & { id: string })[],
    gapOf: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (needs.length === 0) return;
    const rows = needs.map((need, place) => ({
      ...{
        id: need.id,
        place,
        category: need.category,
        kind: need.kind,
        outcome: need.outcome,
        reason: need.reason ?? null,
        note: need.note,
      },
      gap: isFlagged(need) ? gapOf.get(keyText(keyOf(need, given))) : null,
    }));
    await tx.manager.query(
      `insert into needs.need (id, contact_id, place, category, kind, outcome, unmet_reason, note, gap_id, at, vulnerable, first_time)
       select id, $1, place, category, kind, outcome, reason, note, gap, $3, $4, $5
       from jsonb_to_recordset($2::jsonb) as need (id uuid, place int, category text, kind text, outcome text, reason text, note text, gap uuid)
       order by place`,
      [contactId, JSON.stringify(rows), input.endedAt, isVulnerable(input), input.calledBefore !== true],
    );
  }

  /** With what the counsellor saw of the service; where that is not said, as it stands. */
  private async writeReferences(
    tx: Transaction,
    { endedAt }: RecordContactInput,
    needs: readonly (GivenNeed & { id: string })[],
  ): Promise<void> {
    const rows = needs.flatMap(({ id, references, seen }) =>
      references.map(service => ({ need: id, service, ...(seen.get(service) ?? {}) })),
    );
    if (rows.length === 0) return;
    await tx.manager.query(
      `insert into needs.reference (need_id, service_id, at, state, stale)
       select need, service, coalesce(at, $2), coalesce(given.state, standing.state, 'UNKNOWN'), coalesce(given.stale, standing.stale, false)
       from jsonb_to_recordset($1::jsonb) as given (need uuid, service uuid, state text, stale boolean, at timestamptz)
         left join status_published.standing_at($3) standing on standing.service_id = given.service`,
      [JSON.stringify(rows), endedAt, this.clock.now()],
    );
  }

  /** One without consent stands in the register that the law asks, and in the audit. */
  private async writeHandovers(
    tx: Transaction,
    contactId: string,
    actor: Actor,
    { endedAt }: RecordContactInput,
    { handovers }: GivenContact,
  ): Promise<void> {
    for (const { target, mode, basis, result } of handovers) {
      const id = newId();
      await tx.manager.query(
        'insert into needs.handover (id, contact_id, target, mode, basis, result, at) values ($1, $2, $3, $4, $5, $6, $7)',
        [id, contactId, target, mode, basis, result, endedAt],
      );
      if (basis === 'SERIOUS_RISK')
        await this.audit.record(tx, actor, { act: 'handover:record', subject: id, facts: { target, mode, result } });
    }
  }

  private announce(tx: Transaction, contactId: string, { crisis }: GivenContact, needs: readonly (GivenNeed & { id: string })[]): void {
    tx.announce(
      ContactRecordedEvent.of(contactId, {
        ...{ v: 1, contactId, crisisId: crisis?.id ?? null, exercise: crisis?.exercise ?? false },
        needs: needs.map(({ id, kind, outcome, reason, references }) => ({
          needId: id,
          kind,
          outcome,
          reason: reason ?? null,
          references,
        })),
      }),
    );
  }
}

const isFlagged = ({ outcome, reason }: GivenNeed): boolean =>
  reason !== 'REFUSED_BY_CALLER' && (outcome === 'UNMET' || (outcome === 'PARTLY_MET' && reason != null));

const keyOf = ({ kind, territory }: GivenNeed, { crisis }: GivenContact): GapKey => ({ crisisId: crisis?.id ?? null, kind, territory });

const isVulnerable = ({ caller, callerIs, personPresent }: RecordContactInput): boolean =>
  ['AGE_0_12', 'AGE_75_PLUS'].includes(caller?.ageGroup ?? '') || ((callerIs ?? 'SELF') !== 'SELF' && personPresent === false);
