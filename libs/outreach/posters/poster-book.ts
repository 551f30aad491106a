import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import { Audit, Links, type Transaction } from '#libs/platform';
import { may } from './posters.policies.ts';
import { PosterNotFound } from './posters.refusals.ts';

export const POSTER = 'poster';

export interface HeldPoster {
  readonly id: string;
  readonly organizationId: string;
  readonly round: number;
  readonly since: Date;
  readonly wrong: number;
  readonly wrongAt: Date | null;
  readonly waitsUntil: Date | null;
}

const columns = `id, organization_id as "organizationId", pin_round as round, pin_since as since, wrong, wrong_at as "wrongAt",
  waits_until as "waitsUntil"`;

/** Posters as rows; one that was revoked is as if it had never been. */
@Injectable()
export class PosterBook {
  constructor(
    @Inject(Links) private readonly links: Links,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Held until the end against every other step and every number that is typed. */
  async hold(tx: Transaction, id: string | null): Promise<HeldPoster | null> {
    const [held] = await tx.manager.query<HeldPoster[]>(
      `select ${columns} from outreach.poster where id = $1 and revoked_at is null for update`,
      [id],
    );
    return held ?? null;
  }

  /** One that the caller may manage. */
  async own(tx: Transaction, actor: Actor, posterId: string): Promise<HeldPoster> {
    const held = await this.hold(tx, idFrom(posterId));
    if (!held || !may(actor).managePosterOf(held.organizationId)) throw new PosterNotFound('POSTER_NOT_FOUND', 'posterId');
    return held;
  }

  /** The one there is, or a new one: of two who make it at once both have the same. */
  async ofOrganization(tx: Transaction, actor: Actor, organizationId: string): Promise<string> {
    await tx.lock(POSTER, organizationId);
    const [known] = await tx.manager.query<[{ id: string }?]>(
      'select id from outreach.poster where organization_id = $1 and revoked_at is null',
      [organizationId],
    );
    if (known) return known.id;
    const id = newId();
    await tx.manager.query('insert into outreach.poster (id, organization_id, made_by, made_at, pin_since) values ($1, $2, $3, $4, $4)', [
      id,
      organizationId,
      actor.accountId,
      this.clock.now(),
    ]);
    await this.write(tx, actor, 'poster:make', { id, organizationId });
    return id;
  }

  async revoke(tx: Transaction, id: string): Promise<void> {
    await tx.manager.query('update outreach.poster set revoked_at = $2 where id = $1', [id, this.clock.now()]);
    await this.links.revoke(tx, POSTER, id);
  }

  async write(
    tx: Transaction,
    actor: Actor,
    act: string,
    { id, organizationId }: Pick<HeldPoster, 'id' | 'organizationId'>,
  ): Promise<void> {
    await this.audit.record(tx, actor, { act, subject: id, facts: { organizationId } });
  }
}
