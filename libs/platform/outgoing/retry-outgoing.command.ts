import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.ts';
import { ChooseOutgoing } from './choose-outgoing.ts';

/** Again, from its first try; under the same Message-ID, so that whoever has had it can tell. */
@Injectable()
export class RetryOutgoing extends ChooseOutgoing {
  protected readonly operation = 'retryOutgoing';
  protected readonly act = 'outgoing:retry';
  protected readonly change = `
    update platform.outgoing set state = 'PENDING', tries = 0, due_at = $2, handed_at = null, claimed_by = null
    where id = any($1::uuid[]) and (state in ('DEAD', 'UNSURE') or (state = 'PENDING' and claimed_by is null)) returning id`;

  protected override after(tx: Transaction): Promise<void> {
    return this.outbox.wake(tx, { much: true });
  }
}
