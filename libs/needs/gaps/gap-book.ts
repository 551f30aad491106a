import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { CommitmentUnit, GapAnswerKind, GapState, GapStepKind } from '#libs/schema';
import { may } from '../needs.policies.ts';
import { GapNotFound, InvalidStep, NotYours } from '../needs.refusals.ts';
import type { GapFact } from './gaps.events.ts';
import { type GapKey, keyText } from './gap-key.ts';

export interface HeldGap extends GapKey {
  readonly id: string;
  readonly exercise: boolean;
  readonly state: GapState;
  readonly count: number;
  readonly assignedTo: string | null;
  readonly closedAt: Date | null;
  /** Its territory, and those that it lies in. */
  readonly line: readonly string[];
}
export type GapAtHand = HeldGap & { readonly now: Date };

/** What happened, for its history. */
export interface GapStepFacts {
  readonly step: GapStepKind;
  readonly organizationId?: string | null;
  readonly serviceId?: string | null;
  readonly otherGapId?: string | null;
  readonly answer?: GapAnswerKind | null;
  readonly from?: string | null;
  readonly quantity?: number | null;
  readonly unit?: CommitmentUnit | null;
  readonly note?: string | null;
}
export interface By {
  readonly role: string | null;
  readonly organizationId: string | null;
}

const LONGEST_NOTE = 2_000;

const held = `
  select gap.id, gap.crisis_id as "crisisId", coalesce(crisis.exercise, false) as exercise, gap.kind, gap.territory, gap.state, gap.count,
    gap.assigned_organization_id as "assignedTo", gap.closed_at as "closedAt",
    array(with recursive line as (
      select code, parent from directory_published.territory where code = gap.territory
      union all select above.code, above.parent from line join directory_published.territory above on above.code = line.parent
    ) select code from line) as line
  from needs.gap left join crises_published.crisis on crisis.id = gap.crisis_id`;

/** Gaps as they stand, for the commands that change them; each is locked by its key, whichever row holds it. */
@Injectable()
export class GapBook {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Held from now on against every other change of it, and against whoever flags in it. */
  async open(tx: Transaction, actor: Actor, gapId: string, field = 'gapId'): Promise<GapAtHand> {
    const [gap] = await this.openAll(tx, actor, [[gapId, field]]);
    return gap!;
  }

  /** The same for some, in the order of their keys: two who do so never wait for each other in a ring. `beside`: other keys to hold. */
  async openAll(
    tx: Transaction,
    actor: Actor,
    asked: readonly (readonly [gapId: string, field: string])[],
    beside: (gap: HeldGap) => readonly GapKey[] = () => [],
  ): Promise<GapAtHand[]> {
    const ids = asked.map(([gapId]) => idFrom(gapId));
    const known = await this.read(tx, ids);
    await tx.lockAll('gap', known.flatMap(gap => [gap, ...beside(gap)]).map(keyText));
    const now = this.clock.now();
    const gaps = new Map((await this.read(tx, ids)).map(gap => [gap.id, gap]));
    return asked.map(([gapId, field]) => {
      const gap = gaps.get(idFrom(gapId) ?? '');
      if (!gap || !may(actor).seeGap(gap)) throw new GapNotFound('GAP_NOT_FOUND', field);
      return { ...gap, now };
    });
  }

  /** For who may change what concerns its territory. */
  async change(tx: Transaction, actor: Actor, gapId: string, from: readonly GapState[]): Promise<GapAtHand> {
    const gap = await this.open(tx, actor, gapId);
    this.demandChange(actor, gap);
    this.demandState(gap, from);
    return gap;
  }

  demandChange(actor: Actor, { line }: HeldGap): void {
    if (!may(actor).changeGap(line)) throw new NotYours('GAP_NOT_OF_YOUR_TERRITORY', 'gapId');
  }

  demandState(gap: HeldGap, from: readonly GapState[]): void {
    if (!from.includes(gap.state)) throw new InvalidStep('GAP_STEP_REFUSED', 'gapId', { state: gap.state });
  }

  read(tx: Transaction, ids: readonly (string | null | undefined)[]): Promise<HeldGap[]> {
    return tx.manager.query<HeldGap[]>(`${held} where gap.id = any($1)`, [ids.filter(Boolean)]);
  }

  /** What is said of it beside what happened; nothing where nothing is said. */
  note(given: string | null | undefined, field = 'note'): string | null {
    const note = given?.trim();
    if (note && [...note].length > LONGEST_NOTE) throw new InvalidStep('GAP_TEXT_TOO_LONG', field, { limit: LONGEST_NOTE });
    return note || null;
  }

  async step(tx: Transaction, gapId: string, actor: Actor, { role, organizationId: by }: By, facts: GapStepFacts, at: Date): Promise<void> {
    await this.post(tx, actor);
    await tx.manager.query(
      `insert into needs.gap_step (id, gap_id, at, step, by_account, by_role, by_organization, organization_id, service_id, other_gap_id, answer,
         from_day, quantity, unit, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[newId(), gapId, at, facts.step, actor.accountId ?? null, role, by],
        ...[facts.organizationId ?? null, facts.serviceId ?? null, facts.otherGapId ?? null, facts.answer ?? null],
        ...[facts.from ?? null, facts.quantity ?? null, facts.unit ?? null, facts.note ?? null],
      ],
    );
  }

  /** What a person of the centre is called to others: the number that they got when they first did something. */
  private async post(tx: Transaction, { accountId }: Actor): Promise<void> {
    if (!accountId) return;
    await tx.manager.query(
      `insert into needs.post (account_id) select $1::uuid where not exists (select from needs.post where account_id = $1) on conflict do nothing`,
      [accountId],
    );
  }

  /** As it is after what was just written. */
  async fact(tx: Transaction, gapId: string): Promise<GapFact> {
    const [gap] = await this.read(tx, [gapId]);
    return factOf(gap!); // held, so still there
  }
}

export const factOf = ({ id, crisisId, exercise, kind, territory, state, count }: HeldGap): GapFact => ({
  ...{ v: 1, gapId: id, crisisId, exercise, kind, territory, state, count },
});
