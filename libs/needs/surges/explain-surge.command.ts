import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { ExplainSurgeInput, SurgeExplanation } from '#libs/schema';
import { SurgeNotFound, TextTooLong } from '../needs.refusals.ts';
import { Surges } from './surges.query.ts';

const LONGEST = 1_000;

/** Why something rises, as somebody says who looked at it. */
@Injectable()
export class ExplainSurge {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Surges) private readonly surges: Surges,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: ExplainSurgeInput): Promise<{ surgeId: string; explanation: SurgeExplanation }> {
    const { surgeId, explanation } = input;
    const note = input.note?.trim() || null;
    const length = note ? [...note].length : 0;
    if (length > LONGEST) throw new TextTooLong('NEED_TEXT_TOO_LONG', 'note', { length, limit: LONGEST });
    if (!(await this.surges.isKnown(surgeId))) throw new SurgeNotFound('SURGE_NOT_FOUND', 'surgeId');
    return this.unitOfWork.once(actor, 'explainSurge', input, async tx => {
      await tx.manager.query(
        `insert into needs.surge_word (surge, explanation, note, muted, explained_by, explained_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (surge) do update set explanation = excluded.explanation, note = excluded.note, muted = excluded.muted,
           explained_by = excluded.explained_by, explained_at = excluded.explained_at`,
        [surgeId, explanation, note, input.mute ?? false, actor.accountId, this.clock.now()],
      );
      return { surgeId, explanation };
    });
  }
}
