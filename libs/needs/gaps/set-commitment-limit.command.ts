import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { CommitmentUnit, SetCommitmentLimitInput } from '#libs/schema';
import { may } from '../needs.policies.ts';
import { InvalidStep } from '../needs.refusals.ts';

const MOST = 1_000_000;

/** How much of a unit an organization may hold at once. */
@Injectable()
export class SetCommitmentLimit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: SetCommitmentLimitInput): Promise<{ unit: CommitmentUnit; most: number }> {
    const { unit, most } = input;
    return this.unitOfWork.once(actor, 'setCommitmentLimit', input, async tx => {
      if (most < 1 || most > MOST) throw new InvalidStep('COMMITMENT_QUANTITY', 'most', { limit: MOST });
      const crisisId = input.crisisId == null ? null : (idFrom(input.crisisId) ?? '');
      const [crisis] = crisisId
        ? await tx.manager.query<{ exercise: boolean }[]>('select exercise from crises_published.crisis where id = $1', [crisisId])
        : [];
      if (crisisId !== null && (!crisis || (crisis.exercise && !may(actor).seeExercises())))
        throw new InvalidStep('GAP_OF_ANOTHER_EVENT', 'crisisId');
      await tx.manager.query(
        `insert into needs.commitment_limit (crisis_id, unit, most, set_at, set_by) values ($1, $2, $3, $4, $5)
         on conflict (crisis_id, unit) do update set most = excluded.most, set_at = excluded.set_at, set_by = excluded.set_by`,
        [crisisId, unit, most, this.clock.now(), actor.accountId ?? null],
      );
      const subject = crisisId ?? '00000000-0000-0000-0000-000000000000'; // outside any event
      await this.audit.record(tx, actor, { act: 'gap:change', subject, facts: { unit, most } });
      return { unit, most };
    });
  }
}
