import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { KeptPerson } from '../persons/kept-person.ts';

const AT_ONCE = 200;

/** A day after it was raised nobody knows any more where it was. */
@Injectable()
export class ForgetEmergencies {
  constructor(
    @Inject(KeptPerson) private readonly persons: KeptPerson,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async some(tx: Transaction): Promise<{ done: number; more: boolean }> {
    const [rows] = await tx.manager.query<[{ data_key_id: string }[], number]>(
      `update needs.emergency set forgotten_at = $1 where id in (
         select id from needs.emergency where forget_at <= $1 and forgotten_at is null order by forget_at limit ${AT_ONCE} for update skip locked)
       returning data_key_id`,
      [this.clock.now()],
    );
    await this.persons.destroy(
      tx,
      rows.map(row => row.data_key_id),
    );
    return { done: rows.length, more: rows.length === AT_ONCE };
  }
}
