import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId, UserInputError } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { AskInterpretationInput } from '#libs/schema';
import { languageCode } from '../given.ts';

/** A caller needs an interpreter: from here on they wait. */
@Injectable()
export class AskInterpretation {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: AskInterpretationInput): Promise<{ interpretationId: string }> {
    const [contactKey, language] = [idFrom(input.contactKey), languageCode('language', input.language)];
    if (!contactKey) throw new UserInputError('`contactKey` is a UUID.');
    return this.unitOfWork.once(actor, 'askInterpretation', input, async tx => {
      const [{ id }] = await tx.manager.query<[{ id: string }]>(
        `insert into lines.interpretation (id, contact_key, language, asked_at) values ($1, $2, $3, $4)
         on conflict (contact_key, language) where outcome is null do update set outcome = null returning id`,
        [newId(), contactKey, language, this.clock.now()],
      );
      return { interpretationId: id };
    });
  }
}
