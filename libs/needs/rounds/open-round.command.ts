import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId, UserInputError } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { OpenRoundInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { UnknownCode } from '../needs.refusals.ts';
import { InvalidPerson } from '../persons/persons.refusals.ts';
import { needed, said, toCome } from '../persons/said.ts';
import { RoundBook } from './round-book.ts';

const MOST_TRIES = 10;
const FARTHEST_DAYS = 366;

/** A list may be taken in: from whom, by which law, until when. */
@Injectable()
export class OpenRound {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RoundBook) private readonly book: RoundBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: OpenRoundInput): Promise<{ roundId: string }> {
    const { tries = 3 } = input;
    if (tries < 1 || tries > MOST_TRIES) throw new UserInputError(`\`tries\` is from 1 to ${MOST_TRIES}.`);
    const [name, basis] = [needed('name', input.name, 120), needed('legalBasis', input.legalBasis, 500)];
    const [fr, en] = [said('script.fr', input.script.fr, 4_000), said('script.en', input.script.en, 4_000)];
    if (!fr && !en) throw new InvalidPerson('PERSON_TEXT_MISSING', 'script.fr');
    const now = this.clock.now();
    toCome('endsAt', input.endsAt, now, FARTHEST_DAYS);
    return this.unitOfWork.once(actor, 'openRound', input, async tx => {
      const [giver] = await tx.manager.query<{ id: string }[]>('select id from directory_published.organization where id = $1', [
        idFrom(input.givenBy),
      ]);
      if (!giver) throw new UnknownCode('ROUND_GIVER_UNKNOWN', 'givenBy');
      const [id, organizationId] = [newId(), roleOf(actor, 'person:open-round').organizationId!]; // its reach is one's own organization
      await tx.manager.query(
        `insert into needs.round (id, organization_id, name, given_by, legal_basis, script_fr, script_en, tries, opened_at, opened_by, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [id, organizationId, name, giver.id, basis, fr, en, tries, now, actor.accountId, input.endsAt],
      );
      await this.book.moved(tx, actor, { id, organizationId }, 'open');
      return { roundId: id };
    });
  }
}
