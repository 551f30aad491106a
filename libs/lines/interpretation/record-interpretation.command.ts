import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { RecordInterpretationInput } from '#libs/schema';
import { InterpretationNotFound } from './interpretation.refusals.ts';

/** Somebody came, nobody did, or the caller did not wait. */
@Injectable()
export class RecordInterpretation {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: RecordInterpretationInput): Promise<{ interpretationId: string }> {
    return this.unitOfWork.once(actor, 'recordInterpretation', input, async tx => {
      const [found] = await tx.manager.query<{ id: string; outcome: string | null }[]>(
        'select id, outcome from lines.interpretation where id = $1 for update',
        [idFrom(input.interpretationId)],
      );
      if (!found) throw new InterpretationNotFound('INTERPRETATION_NOT_FOUND', 'interpretationId');
      if (found.outcome) throw new InterpretationNotFound('INTERPRETATION_HAS_ENDED', 'interpretationId');
      await tx.manager.query('update lines.interpretation set outcome = $2, ended_at = greatest(asked_at, $3) where id = $1', [
        found.id,
        input.outcome,
        this.clock.now(),
      ]);
      return { interpretationId: found.id };
    });
  }
}
