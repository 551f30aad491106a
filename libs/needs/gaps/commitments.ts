import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { CommitmentUnit } from '#libs/schema';
import { may } from '../needs.policies.ts';
import { GapNotFound, InvalidStep, NotYours } from '../needs.refusals.ts';
import { type GapAtHand, GapBook } from './gap-book.ts';

export interface HeldCommitment {
  readonly id: string;
  readonly gapId: string;
  readonly organizationId: string;
  readonly quantity: number;
  readonly unit: CommitmentUnit;
  readonly per: 'ONCE' | 'DAY' | 'WEEK';
  readonly delivered: number;
  readonly released: boolean;
}

/** A commitment of one's own organization, held with its gap. */
@Injectable()
export class Commitments {
  constructor(@Inject(GapBook) private readonly book: GapBook) {}

  async own(tx: Transaction, actor: Actor, commitmentId: string): Promise<{ gap: GapAtHand; commitment: HeldCommitment }> {
    const known = await this.read(tx, commitmentId);
    if (!known) throw new GapNotFound('COMMITMENT_NOT_FOUND', 'commitmentId');
    const gap = await this.book.open(tx, actor, known.gapId, 'commitmentId');
    if (!may(actor).speakFor(known.organizationId)) throw new NotYours('COMMITMENT_NOT_YOURS', 'commitmentId');
    const commitment = (await this.read(tx, commitmentId))!; // none is ever deleted
    if (commitment.released) throw new InvalidStep('COMMITMENT_IS_OVER', 'commitmentId');
    return { gap, commitment };
  }

  private async read(tx: Transaction, commitmentId: string): Promise<HeldCommitment | undefined> {
    const [row] = await tx.manager.query<HeldCommitment[]>(
      `select id, gap_id as "gapId", organization_id as "organizationId", quantity, upper(unit) as unit, per, delivered, released_at is not null as released
       from needs.commitment where id = $1`,
      [idFrom(commitmentId)],
    );
    return row;
  }
}
