import { Inject, Injectable } from '@nestjs/common';
import { type Actor, UserInputError } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { EmergencyStepKind, RecordEmergencyStepInput } from '#libs/schema';
import { UnknownCode } from '../needs.refusals.ts';
import { EmergencyBook } from './emergency-book.ts';

const tellable: readonly EmergencyStepKind[] = ['SEEN', 'CALLED_911', 'HANDED_OVER', 'OVER'];

/** What was done: 911 called, handed over, over. */
@Injectable()
export class RecordEmergencyStep {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EmergencyBook) private readonly book: EmergencyBook,
  ) {}

  run(actor: Actor, input: RecordEmergencyStepInput): Promise<{ emergencyId: string }> {
    const { step, to } = input;
    if (!tellable.includes(step)) throw new UserInputError(`\`step\` is one of ${tellable.join(', ')}.`);
    return this.unitOfWork.once(actor, 'recordEmergencyStep', input, async tx => {
      const row = await this.book.open(tx, actor, input.emergencyId);
      const target = step === 'HANDED_OVER' ? await this.target(tx, to) : null;
      if (step === 'OVER') await tx.manager.query('update needs.emergency set over_at = $2 where id = $1', [row.id, row.now]);
      return this.book.step(tx, actor, row, step, target);
    });
  }

  private async target(tx: Transaction, to: string | null | undefined): Promise<string> {
    const [found] = await tx.manager.query<{ code: string }[]>('select code from needs.handover_target where code = $1', [to ?? '']);
    if (!found) throw new UnknownCode('HANDOVER_TARGET_UNKNOWN', 'to');
    return found.code;
  }
}
