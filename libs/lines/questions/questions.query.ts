import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Crises } from '#libs/crises';
import { type Actor, Clock } from '#libs/kernel';
import type { AskedQuestion, QueryAskedQuestionsArgs } from '#libs/schema';

/** `askedQuestions`. */
@Injectable()
export class Questions {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Crises) private readonly crises: Crises,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** None of a crisis that the caller may not know of. */
  async list(actor: Actor, { crisisId, settled }: QueryAskedQuestionsArgs): Promise<AskedQuestion[]> {
    const crisis = crisisId ? await this.crises.one(actor, crisisId) : null;
    if (crisisId && !crisis) return [];
    const order = settled ? 'question.settled_at desc' : 'question.asked desc, question.last_at desc';
    return this.db.query<AskedQuestion[]>(
      `${questionSql} where question.crisis_id is not distinct from $2 and (question.outcome is not null) = $3 order by ${order}, question.id limit 200`,
      [this.clock.now(), crisis?.id ?? null, settled ?? false],
    );
  }

  async one(questionId: string): Promise<AskedQuestion | null> {
    const [row] = await this.db.query<AskedQuestion[]>(`${questionSql} where question.id = $2`, [this.clock.now(), questionId]);
    return row ?? null;
  }
}

const questionSql = `
  select question.id, question.text, question.crisis_id as "crisisId", question.asked, question.first_at as "firstAt", question.last_at as "lastAt",
    question.outcome, instruction.id as "instructionId"
  from lines.question left join crises_published.instruction on instruction.id = question.instruction_id
    and (instruction.valid_until is null or instruction.valid_until > $1::timestamptz)`;
