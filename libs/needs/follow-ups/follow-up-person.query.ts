import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { FollowUpPerson as Answer } from '#libs/schema';
import { dialed, KeptPerson } from '../persons/kept-person.ts';
import { type PersonToCall, placeOf } from './follow-up-book.ts';

interface Row {
  id: string;
  keyId: string;
  person: Buffer;
}

/** `followUpPerson`: who reads it, and when, is written down in the transaction that reads it. Row-level security decides whether it is there. */
@Injectable()
export class FollowUpPerson {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(KeptPerson) private readonly persons: KeptPerson,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  one(actor: Actor, followUpId: string): Promise<Answer | null> {
    return this.unitOfWork.run(async tx => {
      await tx.actAs(actor);
      const [row] = await tx.manager.query<Row[]>(
        `select follow_up.id, data_key_id as "keyId", person from needs.follow_up join needs.follow_up_person on follow_up_id = follow_up.id
         where follow_up.id = $1`,
        [idFrom(followUpId)],
      );
      if (!row) return null;
      const read = await this.persons.read<PersonToCall>(tx, { keyId: row.keyId, place: placeOf(row.id), blob: row.person });
      await this.audit.record(tx, actor, { act: 'person:follow-up', subject: row.id, facts: { state: read.state } });
      const { knownAs = null, phone = null, language = null, safeContact = null } = read.person ?? {};
      return { state: read.state, knownAs, phone: phone && dialed(phone), language, safeContact };
    });
  }
}
