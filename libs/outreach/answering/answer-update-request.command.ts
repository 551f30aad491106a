import { Inject, Injectable } from '@nestjs/common';
import { ProposeChange } from '#libs/directory';
import { idFrom, newId, UserInputError } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { AnswerUpdateRequestInput, LeftOutOfAnswer, ServiceAnswer } from '#libs/schema';
import { TextTooLong } from '#libs/status';
import { RequestBook } from './request-book.ts';
import { type RequestShown, RequestsByLink } from './requests-by-link.ts';
import { notTaken, type Taken, TakeWords } from './take-words.ts';

export interface UpdateRequestAnswered {
  requestId: string;
  answerId: string;
  serviceIds: string[];
  leftOut: LeftOutOfAnswer[];
}

type Said = Omit<AnswerUpdateRequestInput, 'token'>;

interface Given {
  readonly request: RequestShown;
  readonly said: Said;
  readonly taken: Taken;
}

const MOST = 200;
const WORDS = 2_000;
const FACT = 500;

/** What an organization says by the link that was mailed to it: of its own services, and of those it speaks for in this campaign. */
@Injectable()
export class AnswerUpdateRequest {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestsByLink) private readonly requests: RequestsByLink,
    @Inject(TakeWords) private readonly words: TakeWords,
    @Inject(ProposeChange) private readonly propose: ProposeChange,
    @Inject(RequestBook) private readonly book: RequestBook,
  ) {}

  async run({ address }: { address: string }, { token, ...said }: AnswerUpdateRequestInput): Promise<UpdateRequestAnswered> {
    const { id, actor } = await this.requests.by(token, address);
    refuseTooMuch(said);
    return this.unitOfWork.once(actor, 'answerUpdateRequest', said, tx => this.within(tx, id, said));
  }

  private async within(tx: Transaction, requestId: string, said: Said): Promise<UpdateRequestAnswered> {
    const request = await this.requests.hold(tx, requestId);
    const named = (said.facts ?? []).map(({ serviceId }) => serviceId);
    const taken = await this.words.run(tx, request, { ...said, named });
    await this.takeFacts(tx, { request, said, taken });
    const answerId = await this.keep(tx, { request, said, taken });
    const spoken = [...taken.services].map(id => taken.owners.get(id)!); // only what has an owner is taken
    await this.book.answered(tx, request, spoken.length > 0 ? spoken : [request.organizationId]);
    return { requestId, answerId, serviceIds: [...taken.services], leftOut: taken.leftOut };
  }

  private async takeFacts(tx: Transaction, { said, request, taken: { owners, saidAt } }: Given): Promise<void> {
    for (const { kind, serviceId, locationId, proposed } of said.facts ?? []) {
      const id = idFrom(serviceId) ?? '';
      const owner = owners.get(id);
      if (!owner || !proposed.trim() || (kind === 'ADDRESS' && !idFrom(locationId))) continue;
      const saidBy = owner === request.organizationId ? ('LINK' as const) : ('RELAY' as const);
      const fact = { kind, serviceId: id, locationId: idFrom(locationId), proposed: proposed.trim() };
      await this.propose.within(tx, { ...fact, saidBy, saidAt, requestId: request.id });
    }
  }

  private async keep(
    tx: Transaction,
    { request, said, taken: { services, owners, leftOut, reports, saidAt, now } }: Given,
  ): Promise<string> {
    const id = newId();
    const relayed = services.size > 0 && [...services].every(each => owners.get(each) !== request.organizationId);
    await tx.manager.query(
      `insert into outreach.answer (id, request_id, organization_id, said_by, said_at, recorded_at, services, not_taken, words, reports)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, request.id, request.organizationId, relayed ? 'RELAY' : 'LINK', saidAt, now],
        ...[[...services], notTaken(leftOut, said.answers), said.freeText?.trim() || null, reports],
      ],
    );
    return id;
  }
}

export function refuseTooMuch({ answers, confirmed, facts, freeText }: Pick<Said, 'answers' | 'confirmed' | 'facts' | 'freeText'>): void {
  if (answers.length + (confirmed?.length ?? 0) + (facts?.length ?? 0) > MOST)
    throw new UserInputError(`At most ${MOST} things are answered at once.`);
  const once = new Set(answers.map((answer: ServiceAnswer) => answer.serviceId.toLowerCase()));
  if (once.size < answers.length) throw new UserInputError('Each service is answered for once.');
  tooLong('freeText', freeText, WORDS);
  for (const [n, { proposed }] of (facts ?? []).entries()) tooLong(`facts.${n}.proposed`, proposed, FACT);
}

function tooLong(field: string, text: string | null | undefined, limit: number): void {
  const length = text ? [...text].length : 0;
  if (length > limit) throw new TextTooLong('TEXT_TOO_LONG', field, { length, limit });
}
