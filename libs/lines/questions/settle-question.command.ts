import { Inject, Injectable } from '@nestjs/common';
import { Crises } from '#libs/crises';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { AnswerQuestionInput, SetQuestionAsideInput } from '#libs/schema';
import { InvalidQuestion, QuestionNotFound } from './questions.refusals.ts';

interface Held {
  id: string;
  crisis_id: string | null;
}

/** A question has its answer to read, or needs none. */
@Injectable()
export class SettleQuestion {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Crises) private readonly crises: Crises,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  answer(actor: Actor, input: AnswerQuestionInput): Promise<{ questionId: string }> {
    return this.unitOfWork.once(actor, 'answerQuestion', input, async tx => {
      const question = await this.hold(tx, actor, input.questionId);
      const [instruction] = await tx.manager.query<{ id: string }[]>(
        `select id from crises_published.instruction
         where id = $1 and (crisis_id = $2 or $2 is null) and (valid_until is null or valid_until > $3)`,
        [idFrom(input.instructionId), question.crisis_id, this.clock.now()],
      );
      if (!instruction) throw new InvalidQuestion('QUESTION_INSTRUCTION_NOT_FOUND', 'instructionId');
      return this.settle(tx, actor, question, instruction.id);
    });
  }

  setAside(actor: Actor, input: SetQuestionAsideInput): Promise<{ questionId: string }> {
    return this.unitOfWork.once(actor, 'setQuestionAside', input, async tx =>
      this.settle(tx, actor, await this.hold(tx, actor, input.questionId), null),
    );
  }

  private async hold(tx: Transaction, actor: Actor, questionId: string): Promise<Held> {
    const [found] = await tx.manager.query<Held[]>('select id, crisis_id from lines.question where id = $1 for update', [
      idFrom(questionId),
    ]);
    const seen = found && (found.crisis_id === null || (await this.crises.one(actor, found.crisis_id)));
    if (!seen) throw new QuestionNotFound('QUESTION_NOT_FOUND', 'questionId');
    return found;
  }

  private async settle(tx: Transaction, actor: Actor, { id }: Held, instructionId: string | null): Promise<{ questionId: string }> {
    const outcome = instructionId ? 'ANSWERED' : 'SET_ASIDE';
    await tx.manager.query('update lines.question set outcome = $2, instruction_id = $3, settled_at = $4, settled_by = $5 where id = $1', [
      id,
      outcome,
      instructionId,
      this.clock.now(),
      actor.id,
    ]);
    await this.audit.record(tx, actor, { act: 'question:settle', subject: id, facts: { outcome } });
    return { questionId: id };
  }
}
