import { Inject, Injectable } from '@nestjs/common';
import { newId, UserInputError } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { AnswerByPosterInput, LeftOutOfAnswer } from '#libs/schema';
import { refuseTooMuch } from '../answering/answer-update-request.command.ts';
import { notTaken, type Taken, TakeWords } from '../answering/take-words.ts';
import { Answering } from '../otherwise-answered.ts';
import { PosterBook } from './poster-book.ts';
import { type PosterShown, PostersByToken } from './posters-by-token.ts';
import { InvalidFirstName, PosterNotValid } from './posters.refusals.ts';

export interface PosterAnswered {
  posterId: string;
  answerId: string;
  serviceIds: string[];
  leftOut: LeftOutOfAnswer[];
}

type Said = Omit<AnswerByPosterInput, 'token' | 'pin'>;

const NAME = 60;

/** What whoever is on duty says of the state of the organization's services, and nothing else. */
@Injectable()
export class AnswerByPoster {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PostersByToken) private readonly posters: PostersByToken,
    @Inject(PosterBook) private readonly book: PosterBook,
    @Inject(TakeWords) private readonly words: TakeWords,
    @Inject(Answering) private readonly answering: Answering,
  ) {}

  async run({ address }: { address: string }, { token, pin, ...input }: AnswerByPosterInput): Promise<PosterAnswered> {
    const said = { ...input, firstName: firstNameFrom(input.firstName) };
    if (said.answers.length + (said.confirmed?.length ?? 0) === 0) throw new UserInputError('An answer says something.');
    refuseTooMuch(said);
    const poster = await this.posters.prove(token, pin, address);
    return this.unitOfWork.once(poster.actor, 'answerByPoster', said, tx => this.within(tx, poster, said));
  }

  private async within(tx: Transaction, poster: PosterShown, said: Said): Promise<PosterAnswered> {
    if (!(await this.book.hold(tx, poster.id))) throw new PosterNotValid(); // revoked a moment ago
    const taken = await this.words.run(tx, poster, said);
    const answerId = await this.keep(tx, poster, said, taken);
    if (taken.services.size > 0) await this.answering.answered(tx, { organizationId: poster.organizationId, by: 'POSTER' });
    return { posterId: poster.id, answerId, serviceIds: [...taken.services], leftOut: taken.leftOut };
  }

  private async keep(tx: Transaction, poster: PosterShown, { firstName, answers }: Said, taken: Taken): Promise<string> {
    const id = newId();
    const { services, leftOut, reports, now } = taken;
    await tx.manager.query(
      `insert into outreach.answer (id, poster_id, organization_id, said_by, said_at, recorded_at, services, not_taken, first_name, reports)
       values ($1, $2, $3, 'POSTER', $4, $4, $5, $6, $7, $8)`,
      [id, poster.id, poster.organizationId, now, [...services], notTaken(leftOut, answers), firstName, reports],
    );
    await tx.manager.query('update outreach.poster set used_at = $2 where id = $1', [poster.id, now]);
    return id;
  }
}

function firstNameFrom(typed: string): string {
  const name = typed.replace(/\s+/g, ' ').trim();
  if (!name) throw new InvalidFirstName('FIRST_NAME_MISSING', 'firstName');
  if ([...name].length > NAME) throw new InvalidFirstName('FIRST_NAME_TOO_LONG', 'firstName', { limit: NAME });
  return name;
}
