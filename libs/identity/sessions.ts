import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, newId, UserInputError } from '#libs/kernel';
import { Audit, Links, Recognition, type RequestContext, type Transaction } from '#libs/platform';
import { hashOf, newSecret } from './secret.ts';
import { LONGEST_SESSION } from './session-limits.ts';
import { SIGN_IN } from './sign-in.mail.ts';
import { SessionEntity, type Strength } from './session.entity.ts';

/** Beginning and ending them. Every way to sign in comes through here. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(Recognition) private readonly people: Recognition,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Links) private readonly links: Links,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A new secret at each sign-in; the session that the browser had ends. The caller shows it with `enter` once it is committed. */
  async begin(tx: Transaction, request: RequestContext, accountId: string, strength: Strength): Promise<{ secret: string }> {
    if (!request.setSession) throw new UserInputError('A session is a cookie: sign in over HTTP.');
    if (request.credential?.kind === 'session') await this.end(tx, request.credential.secret);
    const secret = newSecret();
    const createdAt = this.clock.now();
    const endsAt = new Date(createdAt.getTime() + LONGEST_SESSION);
    const id = newId();
    await tx.manager.insert(SessionEntity, {
      secretHash: hashOf(secret),
      id,
      accountId,
      strength,
      createdAt,
      lastSeenAt: createdAt,
      endsAt,
    });
    await this.audit.record(tx, by(accountId), { act: 'session:begin', subject: id, facts: { strength } });
    return { secret };
  }

  /** From here on the request is asked by the one who signed in. */
  async enter(request: RequestContext, secret: string, how: { lasting?: boolean } = {}): Promise<void> {
    const recognized = await this.people.recognize({ kind: 'session', secret });
    if (!recognized) throw new Error('A session that was just begun is not known.');
    request.actor = recognized.actor;
    request.setSession?.(secret, how);
  }

  /** Of a person, or of a screen. */
  async end(tx: Transaction, secret: string): Promise<void> {
    await this.endOne(tx, 'session', secret);
    const [ended] = await tx.manager.query<[{ id: string }[], number]>(
      'update identity.display set ended_at = $2 where secret_hash = $1 and ended_at is null returning id',
      [hashOf(secret), this.clock.now()],
    );
    for (const { id } of ended) await this.audit.record(tx, { id: `display:${id}` }, { act: 'display:end', subject: id });
  }

  endToken(tx: Transaction, secret: string): Promise<void> {
    return this.endOne(tx, 'token', secret);
  }

  /** Everything by which this account is known anywhere, and every way in that was sent to it. */
  async endAllOf(tx: Transaction, actor: Pick<Actor, 'id'>, accountId: string): Promise<void> {
    for (const table of ['session', 'token'])
      await tx.manager.query(`update identity.${table} set ended_at = $2 where account_id = $1 and ended_at is null`, [
        accountId,
        this.clock.now(),
      ]);
    await this.links.revoke(tx, SIGN_IN, accountId);
    await this.audit.record(tx, actor, { act: 'session:end-all', subject: accountId });
  }

  private async endOne(tx: Transaction, kind: 'session' | 'token', secret: string): Promise<void> {
    const [ended] = await tx.manager.query<[{ id: string; account_id: string }[], number]>(
      `update identity.${kind} set ended_at = $2 where secret_hash = $1 and ended_at is null returning id, account_id`,
      [hashOf(secret), this.clock.now()],
    );
    for (const { id, account_id } of ended) await this.audit.record(tx, by(account_id), { act: `${kind}:end`, subject: id });
  }
}

const by = (accountId: string) => ({ id: `account:${accountId}` });
