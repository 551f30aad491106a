import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, newId } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';

/** What was done to what; `facts` are ids and codes, never a name, an address or a text. */
export interface AuditedAct {
  /** noun:verb, as permissions are. */
  act: string;
  /** The id of the row. */
  subject: string;
  facts?: Record<string, string | number | boolean | null>;
}

/** Whoever works at the hub's own machine: no account says who. */
export const OPERATOR: Pick<Actor, 'id'> = { id: 'operator' };

/** Writes who did what, in the transaction that did it: what was rolled back leaves no entry. */
@Injectable()
export class Audit {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  async record(tx: Transaction, actor: Pick<Actor, 'id'>, { act, subject, facts = {} }: AuditedAct): Promise<void> {
    await tx.manager.query('insert into platform.audit_entry (id, at, actor, act, subject, facts) values ($1, $2, $3, $4, $5, $6)', [
      newId(),
      this.clock.now(),
      actor.id,
      act,
      subject,
      facts,
    ]);
  }
}
