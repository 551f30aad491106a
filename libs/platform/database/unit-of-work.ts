import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, UserInputError } from '#libs/kernel';
import { Idempotency } from '../idempotency/idempotency.ts';
import { Transaction } from './transaction.ts';

type Keyed = { idempotencyKey?: string | null };
const LONGEST_KEY = 200;

/** One transaction per command; READ COMMITTED, as each connection promises. */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Idempotency) private readonly idempotency: Idempotency,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Does the work and publishes what it announced, or does neither. */
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.db.transaction(async manager => {
      const tx = new Transaction(manager, this.clock);
      const result = await work(tx);
      await tx.publish();
      return result;
    });
  }

  /** The same, but once per key: a replay gets the ids that the first one got. */
  once<Ids extends object>(
    actor: Actor,
    operation: string,
    { idempotencyKey: key, ...input }: Keyed,
    work: (tx: Transaction) => Promise<Ids>,
  ): Promise<Ids> {
    if (!key) return this.run(work);
    if (key.length > LONGEST_KEY) throw new UserInputError(`An idempotencyKey has at most ${LONGEST_KEY} characters.`);
    return this.run(async tx => {
      const done = await this.idempotency.claim(tx, actor, operation, input, key);
      if (done) return done as Ids; // written below by the same operation
      const ids = await work(tx);
      await this.idempotency.remember(tx, actor, operation, key, ids);
      return ids;
    });
  }
}
