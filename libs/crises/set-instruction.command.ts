import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom, newId, UserInputError } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { SetInstructionInput } from '#libs/schema';
import { InstructionSetEvent } from './crises.events.ts';
import { InvalidStep } from './crises.refusals.ts';
import { CrisisBook, type Held } from './crisis-book.ts';
import { knownOrganizations, localizedText, text } from './given.ts';

const MOST = 100;

/** What people ask, and what is to be read to them: a new one, or one in place of what it said before. */
@Injectable()
export class SetInstruction {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CrisisBook) private readonly book: CrisisBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: SetInstructionInput): Promise<{ crisisId: string }> {
    const said = saidIn(input);
    return this.unitOfWork.once(actor, 'setInstruction', input, async tx => {
      const held = await this.book.open(tx, actor, input.crisisId);
      this.book.demand(actor, held.areas, 'one');
      if (input.validUntil && input.validUntil <= held.now) throw new InvalidStep('INSTRUCTION_ENDS_BEFORE_NOW', 'validUntil');
      if (said.owner !== null) await knownOrganizations(tx, new Map([[said.owner, 'ownerOrganizationId']]));
      const instructionId = input.instructionId == null ? newId() : (idFrom(input.instructionId) ?? '');
      if (input.instructionId == null) await this.demandRoom(tx, held);
      const [written] = await tx.manager.query<{ id: string }[]>(input.instructionId == null ? insert : update, [
        instructionId || null,
        held.id,
        ...[said.question.fr, said.question.en, said.answer.fr, said.answer.en, said.phone, idFrom(said.owner), input.validUntil ?? null],
        held.now,
        actor.id,
      ]);
      if (!written) throw new InvalidStep('INSTRUCTION_NOT_FOUND', 'instructionId');
      tx.announce(InstructionSetEvent.of(held.id, { ...this.book.fact(held), instructionId }));
      await this.audit.record(tx, actor, { act: 'crisis:change', subject: held.id, facts: { instruction: instructionId } });
      return { crisisId: held.id };
    });
  }

  private async demandRoom(tx: Transaction, { id }: Held): Promise<void> {
    const [{ n }] = await tx.manager.query<[{ n: string }]>(
      'select count(*) as n from crises.instruction where crisis_id = $1 and withdrawn_at is null',
      [id],
    );
    if (Number(n) >= MOST) throw new UserInputError(`A crisis has at most ${MOST} instructions.`);
  }
}

function saidIn({ question, answer, phone, ownerOrganizationId }: SetInstructionInput) {
  return {
    question: localizedText('question', question, 300),
    answer: localizedText('answer', answer, 4_000),
    phone: phone?.trim() ? text('phone', phone, 40) : null,
    owner: ownerOrganizationId ?? null,
  };
}

const insert = `
  insert into crises.instruction
    (id, crisis_id, question_fr, question_en, answer_fr, answer_en, phone, owner_organization_id, valid_until, set_at, set_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`;

const update = `
  with changed as (
    update crises.instruction set question_fr = $3, question_en = $4, answer_fr = $5, answer_en = $6, phone = $7, owner_organization_id = $8,
      valid_until = $9, set_at = $10, set_by = $11
    where id = $1 and crisis_id = $2 and withdrawn_at is null returning id
  ) select id from changed`;
