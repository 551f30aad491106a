import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import { Links, UnitOfWork } from '#libs/platform';
import { may } from '../identity.policies.ts';
import { INVITATION } from './joining.mail.ts';

const MOST = 200;

export interface Claim {
  id: string;
  organizationId: string;
  email: string;
  displayName: string;
  vouched: boolean;
  askedAt: Date;
  confirmedAt: Date;
}

/** Who would speak for an organization, who does, and for whom nobody does any more. */
@Injectable()
export class JoiningBook {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Links) private readonly links: Links,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async claims(first: number, after?: string | null) {
    if (!(first >= 1 && first <= MOST)) throw new UserInputError(`\`first\` is from 1 to ${MOST}.`);
    if (after != null && !idFrom(after)) throw new UserInputError('This is not a cursor of this list.');
    const open = 'confirmed_at is not null and settled_at is null';
    const rows = await this.db.query<Claim[]>(
      `select id, organization_id as "organizationId", email, display_name as "displayName", vouched, asked_at as "askedAt",
         confirmed_at as "confirmedAt" from identity.claim where ${open} and ($1::uuid is null or id > $1) order by id limit $2`,
      [after ?? null, first + 1],
    );
    const [{ n }] = await this.db.query<[{ n: number }]>(`select count(*)::int as n from identity.claim where ${open}`);
    const page = rows.slice(0, first);
    return {
      edges: page.map(node => ({ cursor: node.id, node })),
      pageInfo: { hasNextPage: rows.length > first, endCursor: page.at(-1)?.id ?? null },
      totalCount: n,
    };
  }

  leftAlone(): Promise<{ organizationId: string; since: Date }[]> {
    return this.db.query(
      `select organization_id as "organizationId", max(ended_at) as since from identity.membership
       where role = 'PARTNER_EDITOR' group by organization_id having bool_and(ended_at is not null) order by since desc limit ${MOST}`,
    );
  }

  /** Null for an organization that is not the caller's. */
  async members(actor: Actor, given: string) {
    const organizationId = idFrom(given);
    if (!organizationId || !may(actor).inviteTo({ organizationId })) return null;
    const members = await this.db.query<{ accountId: string }[]>(
      `select membership.id as "membershipId", account_id as "accountId", display_name as "displayName", email, role,
         membership.created_at as since from identity.membership join identity.account on account.id = account_id
       where organization_id = $1 and membership.ended_at is null and account.ended_at is null order by display_name, membership.id limit ${MOST}`,
      [organizationId],
    );
    const invitations = await this.db.query<object[]>(
      `select invitation.id, invitation.email, display_name as "invitedByName", invited_at as "invitedAt", expires_at as "expiresAt"
       from identity.invitation join identity.account on account.id = invited_by
       where organization_id = $1 and invitation.ended_at is null and expires_at > $2 order by invited_at desc limit ${MOST}`,
      [organizationId, this.clock.now()],
    );
    return { organizationId, members: members.map(one => ({ ...one, self: one.accountId === actor.accountId })), invitations };
  }

  invitation(token: string): Promise<{ organizationId: string; email: string; named: boolean } | null> {
    return this.unitOfWork.run(async tx => {
      const id = await this.links.subjectOf(tx, INVITATION, token);
      const [found] = await tx.manager.query<{ organizationId: string; email: string; named: boolean }[]>(
        `select organization_id as "organizationId", invitation.email, account.id is not null as named
         from identity.invitation left join identity.account on account.email = invitation.email and account.ended_at is null
         where invitation.id = $1 and invitation.ended_at is null and expires_at > $2`,
        [id, this.clock.now()],
      );
      return found ?? null;
    });
  }
}
