import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { PromiseFollowUpInput } from '#libs/schema';
import { languageFrom } from '../contacts/contact-given.ts';
import { Territories } from '../contacts/territories.ts';
import { roleOf } from '../needs.policies.ts';
import { UnknownCode } from '../needs.refusals.ts';
import { KeptPerson } from '../persons/kept-person.ts';
import { needed, number, said, toCome } from '../persons/said.ts';
import { FollowUpBook, type PersonToCall, placeOf } from './follow-up-book.ts';

const FARTHEST_DAYS = 90;

/** Somebody will be called back. No event, no log, no idempotency key holds who. */
@Injectable()
export class PromiseFollowUp {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FollowUpBook) private readonly book: FollowUpBook,
    @Inject(KeptPerson) private readonly persons: KeptPerson,
    @Inject(Territories) private readonly territories: Territories,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: PromiseFollowUpInput): Promise<{ followUpId: string }> {
    const person: PersonToCall = {
      knownAs: needed('knownAs', input.knownAs, 100),
      phone: number('phone', input.phone),
      language: languageFrom(input.language),
      safeContact: said('safeContact', input.safeContact, 500),
    };
    const now = this.clock.now();
    toCome('dueAt', input.dueAt, now, FARTHEST_DAYS);
    return this.unitOfWork.once(actor, 'promiseFollowUp', input, async tx => {
      const organizationId = roleOf(actor, 'person:follow-up').organizationId!; // its reach is one's own organization
      const [id, keyId] = [newId(), await this.persons.newKey(tx)];
      await this.write(tx, actor, { id, keyId, organizationId, now }, input);
      await tx.actAs(actor);
      await tx.manager.query('insert into needs.follow_up_person (follow_up_id, organization_id, person) values ($1, $2, $3)', [
        ...[id, organizationId, await this.persons.seal(tx, keyId, placeOf(id), person)],
      ]);
      return this.book.moved(tx, actor, { id, organizationId }, 'promise');
    });
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    { id, keyId, organizationId, now }: { id: string; keyId: string; organizationId: string; now: Date },
    input: PromiseFollowUpInput,
  ): Promise<void> {
    const town = await this.territories.named(tx, input.territory, 'NEIGHBOURHOOD', 'territory');
    await this.check(tx, input);
    await tx.manager.query(
      `insert into needs.follow_up (id, organization_id, contact_id, of_group, category, kind, territory, promised_at, promised_by, due_at, next_at, data_key_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)`,
      [
        ...[id, organizationId, idFrom(input.contactId), input.group, input.category, input.kind],
        ...[town?.code ?? null, now, actor.accountId, input.dueAt, keyId],
      ],
    );
  }

  private async check(tx: Transaction, { category, kind, contactId }: PromiseFollowUpInput): Promise<void> {
    const [known] = await tx.manager.query<[{ category: boolean; kind: boolean; contact: boolean }]>(
      `select exists (select from directory_published.category where code = $1) as category,
         exists (select from needs.kind where code = $2) or exists (select from crises_published.need_kind where code = $2) as kind,
         exists (select from needs.contact where id = $3) as contact`,
      [category, kind, idFrom(contactId)],
    );
    if (!known.category) throw new UnknownCode('CATEGORY_UNKNOWN', 'category');
    if (!known.kind) throw new UnknownCode('KIND_UNKNOWN', 'kind');
    if (contactId && !known.contact) throw new UnknownCode('CONTACT_UNKNOWN', 'contactId');
  }
}
