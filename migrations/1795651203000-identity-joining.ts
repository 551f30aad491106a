import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How somebody comes to speak for an organization: they claim it and are approved, or are invited. Addresses and names stand here and
 * nowhere else; of what was never confirmed, refused or has ended they are taken away.
 */
export class IdentityJoining1795651203000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.claim (
        id              uuid primary key,
        organization_id uuid not null references directory.organization on delete cascade,
        ${address},
        display_name    text check (length(display_name) between 1 and 200),
        language        text not null check (language in ('fr', 'en')),
        -- it came by a link that was mailed to the organization itself
        vouched         boolean not null,
        asked_at        timestamptz not null,
        -- from here on somebody reads that mail
        confirmed_at    timestamptz check (confirmed_at >= asked_at),
        settled_at      timestamptz,
        settled_by      uuid references identity.account,
        outcome         text check (outcome in ('APPROVED', 'REFUSED')),
        check (num_nulls(settled_at, settled_by, outcome) in (0, 3)),
        check ((email is null) = (display_name is null) and (email is not null or outcome is not null))
      );
      create unique index claim_open on identity.claim (organization_id, email) where settled_at is null;
      create index claim_to_settle on identity.claim (confirmed_at) where settled_at is null;

      create table identity.invitation (
        id              uuid primary key,
        organization_id uuid not null references directory.organization on delete cascade,
        ${address},
        language        text not null check (language in ('fr', 'en')),
        invited_by      uuid not null references identity.account,
        invited_at      timestamptz not null,
        expires_at      timestamptz not null check (expires_at > invited_at),
        ended_at        timestamptz,
        outcome         text check (outcome in ('ACCEPTED', 'REVOKED')),
        check ((ended_at is null) = (outcome is null)),
        check (email is not null or outcome is not null)
      );
      create unique index invitation_open on identity.invitation (organization_id, email) where ended_at is null;

      -- What somebody is told by mail because of a membership that ended.
      create table identity.notice (
        id            uuid primary key,
        account_id    uuid not null references identity.account,
        membership_id uuid not null references identity.membership on delete cascade,
        made_at       timestamptz not null
      );
      create index notice_of_membership on identity.notice (membership_id);

      grant select, insert on identity.claim, identity.invitation, identity.notice to fanal_app;
      grant update (email, display_name, language, vouched, asked_at, confirmed_at, settled_at, settled_by, outcome) on identity.claim to fanal_app;
      grant update (email, ended_at, outcome) on identity.invitation to fanal_app;
      grant delete on identity.claim to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.notice, identity.invitation, identity.claim');
  }
}

const address = `email text check (email = lower(email) and email ~ '^[^\\s@]+@[^\\s@]+$' and length(email) <= 254)`;
