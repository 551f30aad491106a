import { Inject, Injectable } from '@nestjs/common';
import { newId, UserInputError } from '#libs/kernel';
import { Rate, type RequestContext, type Transaction, UnitOfWork } from '#libs/platform';
import type { ContradictServiceStatusInput } from '#libs/schema';
import { ContradictionBook } from './contradiction-book.ts';
import { StatusBook } from './status-book.ts';
import { ServiceStatusContradictedEvent } from './status.events.ts';
import { may } from './status.policies.ts';
import { ServiceNotFound } from './status.refusals.ts';

const LONGEST = 500;

/** Anybody says otherwise. Of a confidential service nothing is taken: the same answer for all, as if there were none. */
@Injectable()
export class ContradictServiceStatus {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StatusBook) private readonly book: StatusBook,
    @Inject(ContradictionBook) private readonly contradictions: ContradictionBook,
    @Inject(Rate) private readonly rate: Rate,
  ) {}

  async run({ actor, address }: RequestContext, input: ContradictServiceStatusInput): Promise<{ contradictionId: string }> {
    const { says, note = null } = input;
    if (says === 'UNKNOWN') throw new UserInputError('`says`: UNKNOWN is nothing that one says.');
    for (const [field, text] of Object.entries(note ?? {}))
      if (text && [...text].length > LONGEST) throw new UserInputError(`\`note.${field}\` has at most ${LONGEST} characters.`);
    if (!actor.accountId) await this.rate.contradiction(address);
    return this.unitOfWork.once(actor, 'contradictServiceStatus', input, tx => this.within(tx, { actor, address }, input));
  }

  /** What an upper room has found out of it: as a word of the 211's where the actor is theirs. */
  async within(
    tx: Transaction,
    { actor, address }: Pick<RequestContext, 'actor' | 'address'>,
    { serviceId: asked, says, note = null }: Pick<ContradictServiceStatusInput, 'serviceId' | 'says' | 'note'>,
  ): Promise<{ contradictionId: string }> {
    const opened = await this.book.open(tx, asked);
    if (!opened || opened.service.confidential) throw new ServiceNotFound('SERVICE_NOT_FOUND', 'serviceId');
    const { service: before, now } = opened;
    const [id, byCentre] = [newId(), may(actor).hearContradictionsOf(before)];
    const { id: serviceId, organizationId } = before;
    await this.contradictions.add(tx, { id, serviceId, organizationId, says, note, madeBy: actor.id, byCentre, address, now });
    await this.contradictions.mark(tx, serviceId, now);
    const after = (await this.book.facts(tx, serviceId, null, now))!; // held, so still there
    const fact = { v: 1 as const, serviceId, locationId: null, reportId: after.status.reportId, contradictionId: id };
    tx.announce(ServiceStatusContradictedEvent.of(serviceId, { ...fact, before, after }));
    return { contradictionId: id };
  }
}
