import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, Refusal } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';

export class IdempotencyKeyReused extends Refusal<'IDEMPOTENCY_KEY_REUSED'> {
  constructor() {
    super('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
  }
}

/** What each caller's key did: ids, never answers, and the input only as a sealed sum, since it may be personal. */
@Injectable()
export class Idempotency {
  private secret?: Buffer;

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /**
   * Claims the key, or answers what it did the first time. The insert waits for a twin still under way:
   * if that one commits we read its ids, if it rolls back the key is ours.
   */
  async claim(tx: Transaction, actor: Actor, operation: string, input: object, key: string): Promise<object | null> {
    const sealed = await this.seal(tx, input);
    const claimed = await tx.manager.query<unknown[]>(
      `insert into platform.idempotency (caller, operation, key, input_hmac, at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning key`,
      [actor.id, operation, key, sealed, this.clock.now()],
    );
    if (claimed.length > 0) return null;

    const [first] = await tx.manager.query<[{ input_hmac: Buffer; result_ids: object }]>(
      'select input_hmac, result_ids from platform.idempotency where (caller, operation, key) = ($1, $2, $3)',
      [actor.id, operation, key],
    );
    if (!first.input_hmac.equals(sealed)) throw new IdempotencyKeyReused();
    return first.result_ids;
  }

  async remember(tx: Transaction, actor: Actor, operation: string, key: string, ids: object): Promise<void> {
    await tx.manager.query('update platform.idempotency set result_ids = $4 where (caller, operation, key) = ($1, $2, $3)', [
      actor.id,
      operation,
      key,
      ids,
    ]);
  }

  /** On the transaction's own connection: one that waited for a second, while all wait, would wait for ever. */
  private async seal(tx: Transaction, input: object): Promise<Buffer> {
    this.secret ??= await this.readSecret(tx);
    return createHmac('sha256', this.secret)
      .update(JSON.stringify(sorted(input)))
      .digest();
  }

  private async readSecret(tx: Transaction): Promise<Buffer> {
    const [row] = await tx.manager.query<[{ value: Buffer }]>(`select value from platform.secret where name = 'idempotency'`);
    return row.value;
  }
}

/** The same input, whatever the order in which its fields were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sorted(each)]));
}
