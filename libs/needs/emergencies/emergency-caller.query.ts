import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { EmergencyCaller as Answer, KeptState } from '#libs/schema';
import { dialed, KeptPerson } from '../persons/kept-person.ts';
import { type CallerInDanger, placeOf } from './emergency-book.ts';

interface Row {
  id: string;
  keyId: string;
  due: boolean;
}

/** `emergencyCaller`: each reading is written down; what is read after its time is destroyed there and then. */
@Injectable()
export class EmergencyCaller {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(KeptPerson) private readonly persons: KeptPerson,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  one(actor: Actor, emergencyId: string): Promise<Answer | null> {
    return this.unitOfWork.run(async tx => {
      const [row] = await tx.manager.query<Row[]>(
        `select id, data_key_id as "keyId", forget_at <= $3 as due from needs.emergency where id = $1 and organization_id = any($2)`,
        [idFrom(emergencyId), actor.organizationsFor('person:read-emergency') ?? [], this.clock.now()],
      );
      if (!row) return null;
      if (row.due) await this.forget(tx, row);
      const read = await this.read(tx, actor, row);
      await this.audit.record(tx, actor, { act: 'person:read-emergency', subject: row.id, facts: { state: read.state } });
      return read;
    });
  }

  private async forget(tx: Transaction, { id, keyId }: Row): Promise<void> {
    await tx.manager.query('update needs.emergency set forgotten_at = coalesce(forgotten_at, $2) where id = $1', [id, this.clock.now()]);
    await this.persons.destroy(tx, [keyId]);
  }

  /** What was told last of each stands. */
  private async read(tx: Transaction, actor: Actor, { id, keyId, due }: Row): Promise<Answer> {
    await tx.actAs(actor);
    const told = await tx.manager.query<{ id: string; caller: Buffer }[]>(
      'select id, caller from needs.emergency_caller where emergency_id = $1 order by id',
      [id],
    );
    let [state, address, number]: [KeptState, string | null, string | null] = [due ? 'DESTROYED' : 'READABLE', null, null];
    for (const { id: row, caller } of told) {
      const kept = await this.persons.read<CallerInDanger>(tx, { keyId, place: placeOf(row), blob: caller });
      ({ state } = kept);
      address = kept.person?.address ?? address;
      number = kept.person?.number ?? number;
    }
    return { state, address, number: number && dialed(number) };
  }
}
