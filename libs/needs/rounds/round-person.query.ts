import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { RoundPerson as Answer } from '#libs/schema';
import { dialed, KeptPerson } from '../persons/kept-person.ts';
import { placeOf } from './round-book.ts';
import type { PersonOnRound } from './round-list.ts';

interface Row {
  id: string;
  keyId: string;
  person: Buffer;
  over: boolean;
}

const nobody = { name: null, phone: null, address: null, language: null, note: null };

/** `roundPerson`: each reading is written down. After the round's day nobody reads it, whether or not its key is destroyed already. */
@Injectable()
export class RoundPerson {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(KeptPerson) private readonly persons: KeptPerson,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  one(actor: Actor, entryId: string): Promise<Answer | null> {
    return this.unitOfWork.run(async tx => {
      await tx.actAs(actor);
      const [row] = await tx.manager.query<Row[]>(
        `select entry.id, data_key_id as "keyId", person, round.ends_at <= $3 as over
         from needs.round_entry entry join needs.round on round.id = round_id join needs.round_person on entry_id = entry.id
         where entry.id = $1 and (entry.claimed_by = $2 and entry.claim_ends_at > $3 or round.organization_id = any($4))`,
        [idFrom(entryId), actor.accountId, this.clock.now(), actor.organizationsFor('person:open-round') ?? []],
      );
      if (!row) return null;
      const read = await this.persons.read<PersonOnRound>(tx, { keyId: row.keyId, place: placeOf(row.id), blob: row.person });
      const state = row.over ? 'DESTROYED' : read.state;
      await this.audit.record(tx, actor, { act: 'person:call-round', subject: row.id, facts: { state } });
      const person = (state === 'READABLE' && read.person) || nobody;
      return { ...person, state, phone: person.phone && dialed(person.phone) };
    });
  }
}
