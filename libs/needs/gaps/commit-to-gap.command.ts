import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom, newId } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { CommitmentUnit, CommitToGapInput } from '#libs/schema';
import { may, roleOf } from '../needs.policies.ts';
import { InvalidStep, NotYours } from '../needs.refusals.ts';
import { type GapAtHand, GapBook } from './gap-book.ts';
import { GapCommittedEvent } from './gaps.events.ts';

const UNITS: readonly CommitmentUnit[] = ['HOUSEHOLD', 'MEAL', 'BASKET', 'TRIP', 'NIGHT', 'MASK', 'HOUR'];
/** Where nobody has set a limit. */
const MOST_HELD = 500;
const MOST = 1_000_000;

/** An organization takes a part of a gap; none holds so much that others cannot give. */
@Injectable()
export class CommitToGap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(GapBook) private readonly book: GapBook,
  ) {}

  run(actor: Actor, input: CommitToGapInput): Promise<{ gapId: string; commitmentId: string }> {
    const note = this.book.note(input.note);
    const organizationId = idFrom(input.organizationId) ?? '';
    return this.unitOfWork.once(actor, 'commitToGap', input, async tx => {
      const gap = await this.book.open(tx, actor, input.gapId);
      if (!may(actor).speakFor(organizationId)) throw new NotYours('GAP_NOT_YOURS', 'organizationId');
      this.book.demandState(gap, ['OPEN', 'REOPENED', 'ACKNOWLEDGED', 'ASSIGNED', 'ADDRESSED']);
      const said = input.unit.trim().replace(/s$/i, '');
      const unit = unitFrom(said);
      const { quantity } = input;
      if (quantity < 1 || quantity > MOST) throw new InvalidStep('COMMITMENT_QUANTITY', 'quantity', { limit: MOST });
      if (input.until && input.until < (await this.today(tx, gap.now))) throw new InvalidStep('GAP_DAY_PASSED', 'until');
      await this.demandRoom(tx, gap, organizationId, unit, quantity);
      const commitmentId = newId();
      await tx.manager.query(
        `insert into needs.commitment (id, gap_id, organization_id, quantity, unit, per, until, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [commitmentId, gap.id, organizationId, quantity, said, input.per ?? 'ONCE', input.until ?? null, gap.now],
      );
      const by = roleOf(actor, 'gap:commit', { organizationId, territories: [] });
      await this.book.step(
        tx,
        gap.id,
        actor,
        { ...by, organizationId },
        { step: 'COMMITTED', organizationId, quantity, unit, note },
        gap.now,
      );
      tx.announce(GapCommittedEvent.of(gap.id, { ...(await this.book.fact(tx, gap.id)), organizationId }));
      return { gapId: gap.id, commitmentId };
    });
  }

  /** What it holds and has not given yet; of two commitments at once the second is counted after the first. */
  private async demandRoom(
    tx: Transaction,
    { crisisId }: GapAtHand,
    organizationId: string,
    unit: CommitmentUnit,
    quantity: number,
  ): Promise<void> {
    await tx.lock('commitments', `${organizationId} ${crisisId ?? ''}`);
    const [{ most, holds }] = await tx.manager.query<[{ most: number; holds: number }]>(
      `select coalesce((select most from needs.commitment_limit where crisis_id is not distinct from $1 and unit = $3), ${MOST_HELD}) as most,
         (select coalesce(sum(case per when 'ONCE' then greatest(quantity - delivered, 0) else quantity end), 0)::int
          from needs.commitment join needs.gap on gap.id = commitment.gap_id
          where commitment.organization_id = $2 and gap.crisis_id is not distinct from $1 and upper(commitment.unit) = $3 and released_at is null and gap.state <> 'CLOSED') as holds`,
      [crisisId, organizationId, unit],
    );
    if (holds + quantity > most)
      throw new InvalidStep('COMMITMENT_OVER_LIMIT', 'quantity', { limit: most, left: Math.max(0, most - holds) });
  }

  private async today(tx: Transaction, now: Date): Promise<string> {
    const [{ today }] = await tx.manager.query<[{ today: string }]>(
      'select ($1::timestamptz at time zone time_zone)::date::text as today from directory_published.region',
      [now],
    );
    return today;
  }
}

function unitFrom(given: string): CommitmentUnit {
  const unit = UNITS.find(known => known === given.toUpperCase());
  if (!unit) throw new InvalidStep('COMMITMENT_UNIT_UNKNOWN', 'unit', { units: UNITS.join(', ') });
  return unit;
}
