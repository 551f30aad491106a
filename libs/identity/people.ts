import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor, Clock, type Language } from '#libs/kernel';
import { type Credential, Recognition, type Recognized, Settings } from '#libs/platform';
import { grantsOf, type Role } from './roles.ts';
import { hashOf } from './secret.ts';
import { hasRunOut, LONGEST_UNSEEN, SEEN_EVERY } from './session-limits.ts';

/** A session or token that has not ended, with its account and what that holds. */
interface Row {
  id: string;
  account_id: string;
  language: Language;
  created_at: Date;
  /** Null for a token. */
  last_seen_at: Date | null;
  memberships: { role: Role; organizationId: string; organizationKind: string; territories: string[] }[];
}

const lasting = {
  session: 'select id, account_id, created_at, last_seen_at, secret_hash from identity.session where ended_at is null and ends_at > $1',
  token:
    'select id, account_id, created_at, null::timestamptz as last_seen_at, secret_hash from identity.token where ended_at is null and ends_at > $1',
};

/** Of the demonstration's people, who needs no proof to be one, none is known elsewhere ($3). */
const rows = (proofs: string, wanted: string) => `
  select proof.id, proof.account_id, account.language, proof.created_at, proof.last_seen_at, held.memberships
  from (${proofs}) proof
  join identity.account on account.id = proof.account_id and account.ended_at is null and (not account.demo or $3)
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('role', role, 'organizationId', organization_id, 'organizationKind', organization.kind,
      'territories', territories)), '[]') as memberships
    from identity.membership join directory_published.organization on organization.id = organization_id
    where account_id = account.id and ended_at is null
  ) held
  where ${wanted}`;

/** A wall screen that has not ended, nor been dark for too long ($1). */
interface Screen {
  id: string;
  last_seen_at: Date;
  organization_id: string;
  kind: string;
}
const screens = (wanted: string) => `
  select display.id, display.last_seen_at, organization_id, organization.kind
  from identity.display join directory_published.organization on organization.id = organization_id
  where display.ended_at is null and display.last_seen_at > $1 and ${wanted}`;

/** Who shows this, and what they may do now. */
@Injectable()
export class People extends Recognition {
  private readonly nobody = new Actor({ id: 'anonymous', grants: grantsOf({ role: 'ANONYMOUS' }) });

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
  ) {
    super();
  }

  override anonymous(): Actor {
    return this.nobody;
  }

  override async recognize({ kind, secret }: Credential): Promise<Recognized | null> {
    const now = this.clock.now();
    const [row] = await this.db.query<Row[]>(rows(lasting[kind], 'proof.secret_hash = $2'), [now, hashOf(secret), this.settings.demo]);
    if (!row) return kind === 'session' ? this.screen(secret, now) : null;
    const recognized = recognizedIn(row, now);
    if (recognized && row.last_seen_at && now.getTime() - row.last_seen_at.getTime() > SEEN_EVERY) await this.see('session', row.id, now);
    return recognized;
  }

  override async recheck(credentialIds: readonly string[]): Promise<Map<string, Recognized>> {
    const now = this.clock.now();
    const found = await this.db.query<Row[]>(rows(`${lasting.session} union all ${lasting.token}`, 'proof.id = any($2)'), [
      now,
      credentialIds,
      this.settings.demo,
    ]);
    const known = new Map(found.flatMap(row => recognizedIn(row, now) ?? []).map(each => [each.credentialId, each]));
    const rest = credentialIds.filter(id => !known.has(id));
    if (rest.length > 0)
      for (const each of await this.screens(screens('display.id = any($2)'), now, rest)) known.set(each.credentialId, each);
    return known;
  }

  private async screen(secret: string, now: Date): Promise<Recognized | null> {
    const [screen] = await this.screens(screens('display.secret_hash = $2'), now, hashOf(secret));
    return screen ?? null;
  }

  /** One whose page is open is seen at each re-check of its socket, however long it hangs there. */
  private async screens(sql: string, now: Date, wanted: unknown): Promise<Recognized[]> {
    const found = await this.db.query<Screen[]>(sql, [new Date(now.getTime() - LONGEST_UNSEEN), wanted]);
    for (const { id, last_seen_at } of found) if (now.getTime() - last_seen_at.getTime() > SEEN_EVERY) await this.see('display', id, now);
    return found.map(({ id, organization_id: organizationId, kind: organizationKind }) => {
      const grants = [...grantsOf({ role: 'ANONYMOUS' }), ...grantsOf({ role: 'DISPLAY', organizationId, organizationKind })];
      return { credentialId: id, accountId: id, actor: new Actor({ id: `display:${id}`, accountId: id, grants }) };
    });
  }

  private async see(proof: 'session' | 'display', id: string, now: Date): Promise<void> {
    await this.db.query(`update identity.${proof} set last_seen_at = greatest(last_seen_at, $2) where id = $1`, [id, now]);
  }
}

function recognizedIn({ id, account_id, language, created_at, last_seen_at, memberships }: Row, now: Date): Recognized | null {
  const grants = [...grantsOf({ role: 'ANONYMOUS' }), ...memberships.flatMap(grantsOf)];
  if (last_seen_at && hasRunOut({ createdAt: created_at, lastSeenAt: last_seen_at }, grants, now)) return null;
  const actor = new Actor({ id: `account:${account_id}`, accountId: account_id, language, grants });
  return { credentialId: id, accountId: account_id, actor };
}
