import { Inject, Injectable } from '@nestjs/common';
import { Crises, CrisisNotFound } from '#libs/crises';
import { type Actor, Clock, newId } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { AskQuestionInput } from '#libs/schema';
import { text } from '../given.ts';
import { InvalidQuestion } from './questions.refusals.ts';
import { telling } from './same-question.ts';

/** Somebody asks what nothing answers yet: new, or once more. One whose answer has expired is to be answered again. */
@Injectable()
export class AskQuestion {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Crises) private readonly crises: Crises,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: AskQuestionInput): Promise<{ questionId: string }> {
    const asked = text('text', input.text, 300, (field, limit) => new InvalidQuestion('QUESTION_TOO_LONG', field, { limit }));
    if (!asked || !telling(asked)) throw new InvalidQuestion('QUESTION_MISSING', 'text');
    const crisis = input.crisisId == null ? null : await this.crises.one(actor, input.crisisId);
    if (input.crisisId != null && !crisis) throw new CrisisNotFound('CRISIS_NOT_FOUND', 'crisisId');
    return this.unitOfWork.once(actor, 'askQuestion', input, async tx => {
      const values = [newId(), crisis?.id ?? null, telling(asked), asked, this.clock.now()];
      const [{ id }] = await tx.manager.query<[{ id: string }]>(upsert, values);
      return { questionId: id };
    });
  }
}

const expired = `not exists (select from crises_published.instruction
  where instruction.id = held.instruction_id and (instruction.valid_until is null or instruction.valid_until > $5::timestamptz))`;
const anew = (column: string) => `${column} = case when held.outcome = 'ANSWERED' and ${expired} then null else held.${column} end`;

const upsert = `
  insert into lines.question as held (id, crisis_id, words, text, first_at, last_at) values ($1, $2, $3, $4, $5, $5)
  on conflict (crisis_id, words) do update set asked = held.asked + 1, last_at = greatest(held.last_at, excluded.last_at),
    ${['outcome', 'instruction_id', 'settled_at', 'settled_by'].map(anew).join(', ')}
  returning id`;
