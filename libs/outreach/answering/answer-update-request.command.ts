import { Inject, Injectable } from '@nestjs/common';
import { ProposeChange } from '#libs/directory';
import { Clock, idFrom, newId, Refusal, UserInputError } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { AnswerUpdateRequestInput, LeftOutOfAnswer, ServiceAnswer, StatusSource } from '#libs/schema';
import { ConfirmServiceStatus, ReportServiceStatus, ServiceNotFound, TextTooLong } from '#libs/status';
import { RequestBook } from './request-book.ts';
import { type RequestShown, RequestsByLink } from './requests-by-link.ts';

export interface UpdateRequestAnswered {
  requestId: string;
  answerId: string;
  serviceIds: string[];
  leftOut: LeftOutOfAnswer[];
}

type Said = Omit<AnswerUpdateRequestInput, 'token'>;

/** What was taken and what was not, while an answer is written down. */
interface Taking {
  readonly request: RequestShown;
  /** Whose each service is that the bearer may speak of. */
  readonly owners: ReadonlyMap<string, string>;
  readonly said: Said;
  readonly saidAt: Date;
  readonly taken: Set<string>;
  readonly reports: string[];
  readonly leftOut: LeftOutOfAnswer[];
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
    @Inject(ReportServiceStatus) private readonly report: ReportServiceStatus,
    @Inject(ConfirmServiceStatus) private readonly confirm: ConfirmServiceStatus,
    @Inject(ProposeChange) private readonly propose: ProposeChange,
    @Inject(RequestBook) private readonly book: RequestBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run({ address }: { address: string }, { token, ...said }: AnswerUpdateRequestInput): Promise<UpdateRequestAnswered> {
    const { id, actor } = await this.requests.by(token, address);
    refuseTooMuch(said);
    return this.unitOfWork.once(actor, 'answerUpdateRequest', said, tx => this.within(tx, id, said));
  }

  private async within(tx: Transaction, requestId: string, said: Said): Promise<UpdateRequestAnswered> {
    const request = await this.requests.hold(tx, requestId);
    const owners = await this.ownersOf(tx, request, said);
    await tx.lockAll('status', [...owners.keys()]); // before the log is: of two answers neither then waits for the other
    const now = this.clock.now();
    const saidAt = said.saidAt && said.saidAt < now ? said.saidAt : now;
    const taking: Taking = { request, owners, said, saidAt, taken: new Set(), reports: [], leftOut: [] };
    await this.takeWords(tx, taking);
    await this.takeConfirmed(tx, taking);
    await this.takeFacts(tx, taking);
    const answerId = await this.keep(tx, taking, now);
    const spoken = [...taking.taken].map(id => owners.get(id)!); // only what has an owner is taken
    await this.book.answered(tx, request, spoken.length > 0 ? spoken : [request.organizationId]);
    return { requestId, answerId, serviceIds: [...taking.taken], leftOut: taking.leftOut };
  }

  private async ownersOf(tx: Transaction, { organizations }: RequestShown, said: Said): Promise<Map<string, string>> {
    const named = [...said.answers, ...(said.facts ?? [])].map(({ serviceId }) => serviceId).concat(said.confirmed ?? []);
    const rows = await tx.manager.query<{ id: string; owner: string }[]>(
      'select id, organization_id as owner from directory_published.service where id = any($1) and organization_id = any($2) order by id',
      [named.map(idFrom).filter(Boolean), organizations],
    );
    return new Map(rows.map(({ id, owner }) => [id, owner]));
  }

  private async takeWords(tx: Transaction, taking: Taking): Promise<void> {
    for (const [n, answer] of taking.said.answers.entries()) {
      const id = idFrom(answer.serviceId) ?? '';
      const source = sourceOf(taking, id);
      const input = { ...answer, observedAt: taking.saidAt };
      const reported = source && (await this.report.within(tx, taking.request.actor, input, source).catch(unlessGone(`answers.${n}`)));
      if (!reported) {
        taking.leftOut.push({ serviceId: answer.serviceId, why: 'NOT_YOURS' });
        continue;
      }
      taking.reports.push(reported.reportId);
      taking.taken.add(id);
    }
  }

  private async takeConfirmed(tx: Transaction, taking: Taking): Promise<void> {
    const { confirmed, seenAt: observedAt } = taking.said;
    const asked = [...new Set((confirmed ?? []).map(id => idFrom(id) ?? id))].filter(id => !taking.taken.has(id));
    const here = asked.filter(id => sourceOf(taking, id));
    taking.leftOut.push(...asked.filter(id => !here.includes(id)).map(serviceId => ({ serviceId, why: 'NOT_YOURS' as const })));
    if (here.length === 0) return;
    const input = { serviceIds: here, observedAt, saidAt: taking.saidAt };
    const { serviceIds, leftOut } = await this.confirm.within(tx, taking.request.actor, input, { asked: true });
    for (const id of serviceIds) taking.taken.add(id);
    taking.leftOut.push(...(leftOut ?? []));
  }

  private async takeFacts(tx: Transaction, { said, request, owners, saidAt }: Taking): Promise<void> {
    for (const { kind, serviceId, locationId, proposed } of said.facts ?? []) {
      const id = idFrom(serviceId) ?? '';
      const owner = owners.get(id);
      if (!owner || !proposed.trim() || (kind === 'ADDRESS' && !idFrom(locationId))) continue;
      const saidBy = owner === request.organizationId ? ('LINK' as const) : ('RELAY' as const);
      const fact = { kind, serviceId: id, locationId: idFrom(locationId), proposed: proposed.trim() };
      await this.propose.within(tx, { ...fact, saidBy, saidAt, requestId: request.id });
    }
  }

  private async keep(tx: Transaction, { request, said, saidAt, taken, reports, leftOut, owners }: Taking, now: Date): Promise<string> {
    const id = newId();
    const relayed = taken.size > 0 && [...taken].every(each => owners.get(each) !== request.organizationId);
    const notTaken = leftOut.map(left => ({ ...left, said: said.answers.find(({ serviceId }) => serviceId === left.serviceId) ?? null }));
    await tx.manager.query(
      `insert into outreach.answer (id, request_id, organization_id, said_by, said_at, recorded_at, services, not_taken, words, reports)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, request.id, request.organizationId, relayed ? 'RELAY' : 'LINK', saidAt, now],
        ...[[...taken], JSON.stringify(notTaken), said.freeText?.trim() || null, reports],
      ],
    );
    return id;
  }
}

const sourceOf = ({ owners, request }: Taking, serviceId: string): StatusSource | null => {
  const owner = owners.get(serviceId);
  return owner ? (owner === request.organizationId ? 'LINK' : 'RELAY') : null;
};

/** A service may leave the directory while we look at it; every other refusal is of the whole answer, and says of which service. */
const unlessGone = (place: string) => (error: unknown) => {
  if (error instanceof ServiceNotFound) return null;
  throw error instanceof Refusal ? error.of(place) : error;
};

function refuseTooMuch({ answers, confirmed, facts, freeText }: Said): void {
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
