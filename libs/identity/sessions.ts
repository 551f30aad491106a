import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId, UserInputError } from '#libs/kernel';
import { Recognition, type RequestContext, type Transaction } from '#libs/platform';
import { hashOf, newSecret } from './secret.ts';
import { LONGEST_SESSION } from './session-limits.ts';
import { SessionEntity, type Strength } from './session.entity.ts';

/** Beginning and ending them. Every way to sign in comes through here. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(Recognition) private readonly people: Recognition,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A new secret at each sign-in; the session that the browser had ends. The caller shows it with `enter` once it is committed. */
  async begin(tx: Transaction, request: RequestContext, accountId: string, strength: Strength): Promise<{ secret: string }> {
    if (!request.setSession) throw new UserInputError('A session is a cookie: sign in over HTTP.');
    if (request.credential?.kind === 'session') await this.end(tx, request.credential.secret);
    const secret = newSecret();
    const createdAt = this.clock.now();
    const endsAt = new Date(createdAt.getTime() + LONGEST_SESSION);
    await tx.manager.insert(SessionEntity, {
      secretHash: hashOf(secret),
      id: newId(),
      accountId,
      strength,
      createdAt,
      lastSeenAt: createdAt,
      endsAt,
    });
    return { secret };
  }

  /** From here on the request is asked by the one who signed in. */
  async enter(request: RequestContext, secret: string): Promise<void> {
    const recognized = await this.people.recognize({ kind: 'session', secret });
    if (!recognized) throw new Error('A session that was just begun is not known.');
    request.actor = recognized.actor;
    request.setSession?.(secret);
  }

  async end(tx: Transaction, secret: string): Promise<void> {
    await tx.manager.query('update identity.session set ended_at = $2 where secret_hash = $1 and ended_at is null', [
      hashOf(secret),
      this.clock.now(),
    ]);
  }

  async endToken(tx: Transaction, secret: string): Promise<void> {
    await tx.manager.query('update identity.token set ended_at = $2 where secret_hash = $1 and ended_at is null', [
      hashOf(secret),
      this.clock.now(),
    ]);
  }

  /** Everything by which this account is known anywhere. */
  async endAllOf(tx: Transaction, accountId: string): Promise<void> {
    for (const table of ['session', 'token'])
      await tx.manager.query(`update identity.${table} set ended_at = $2 where account_id = $1 and ended_at is null`, [
        accountId,
        this.clock.now(),
      ]);
  }
}
