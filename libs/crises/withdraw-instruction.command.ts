import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { WithdrawInstructionInput } from '#libs/schema';
import { InstructionWithdrawnEvent } from './crises.events.ts';
import { InvalidStep } from './crises.refusals.ts';
import { CrisisBook } from './crisis-book.ts';

/** It is read to nobody any more. */
@Injectable()
export class WithdrawInstruction {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CrisisBook) private readonly book: CrisisBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: WithdrawInstructionInput): Promise<{ crisisId: string }> {
    return this.unitOfWork.once(actor, 'withdrawInstruction', input, async tx => {
      const held = await this.book.open(tx, actor, input.crisisId);
      this.book.demand(actor, held.areas, 'one');
      const instructionId = idFrom(input.instructionId);
      const [, withdrawn] = await tx.manager.query<[unknown[], number]>(
        'update crises.instruction set withdrawn_at = $3 where id = $1 and crisis_id = $2 and withdrawn_at is null',
        [instructionId, held.id, held.now],
      );
      if (!instructionId || withdrawn === 0) throw new InvalidStep('INSTRUCTION_NOT_FOUND', 'instructionId');
      tx.announce(InstructionWithdrawnEvent.of(held.id, { ...this.book.fact(held), instructionId }));
      await this.audit.record(tx, actor, { act: 'crisis:change', subject: held.id, facts: { instructionWithdrawn: instructionId } });
      return { crisisId: held.id };
    });
  }
}
