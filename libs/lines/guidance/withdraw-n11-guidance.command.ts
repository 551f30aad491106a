import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { WithdrawN11GuidanceInput } from '#libs/schema';
import { GuidanceNotFound } from './guidance.refusals.ts';

/** It is given to nobody any more. */
@Injectable()
export class WithdrawN11Guidance {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: WithdrawN11GuidanceInput): Promise<{ guidanceId: string }> {
    return this.unitOfWork.once(actor, 'withdrawN11Guidance', input, async tx => {
      const id = idFrom(input.guidanceId);
      const [, withdrawn] = await tx.manager.query<[unknown[], number]>(
        'update lines.guidance set withdrawn_at = $2 where id = $1 and withdrawn_at is null',
        [id, this.clock.now()],
      );
      if (!id || withdrawn === 0) throw new GuidanceNotFound('GUIDANCE_NOT_FOUND', 'guidanceId');
      await this.audit.record(tx, actor, { act: 'guidance:withdraw', subject: id });
      return { guidanceId: id };
    });
  }
}
