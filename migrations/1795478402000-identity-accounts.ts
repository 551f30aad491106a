import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may come in, as whom. No row-level security: a request is recognized before there is anybody to decide for. What the hub
 * itself may do with these tables is bounded by grants; nothing here is ever deleted, it ends.
 */
export class IdentityAccounts1795478402000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [people, proofs, bell, rights]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema identity cascade');
  }
}

const people = `
  create schema identity;

  create table identity.account (
    id           uuid primary key,
    email        text not null check (email = lower(email) and email ~ '^[^\\s@]+@[^\\s@]+$' and length(email) <= 254),
    display_name text not null check (length(display_name) between 1 and 200),
    language     text not null check (language in ('fr', 'en')),
    demo         boolean not null default false,
    created_at   timestamptz not null,
    ended_at     timestamptz check (ended_at >= created_at)
  );
  create unique index account_by_email on identity.account (email);

  create table identity.membership (
    id              uuid primary key,
    account_id      uuid not null references identity.account,
    organization_id uuid not null references directory.organization,
    role            text not null check (role in ('PARTNER_EDITOR', 'COUNSELLOR', 'RESEARCHER', 'CENTRE_SUPERVISOR',
      'MUNICIPAL_COORDINATOR', 'COMMITTEE_MEMBER', 'FUND_OFFICER', 'CASE_WORKER', 'PRIVACY_OFFICER', 'ADMINISTRATOR')),
    -- Codes of directory.territory, for roles that reach by territory.
    territories     text[] not null default '{}',
    created_at      timestamptz not null,
    ended_at        timestamptz check (ended_at >= created_at)
  );
  create unique index membership_held on identity.membership (account_id, organization_id, role) where ended_at is null;
  create index membership_of_organization on identity.membership (organization_id) where ended_at is null;
`;

/** What shows who somebody is. Only sums are kept: who reads this table cannot come in with it. */
const proofs = `
  create table identity.session (
    secret_hash  bytea primary key check (length(secret_hash) = 32),
    id           uuid not null unique,
    account_id   uuid not null references identity.account,
    strength     text not null check (strength in ('LINK', 'PASSKEY')),
    created_at   timestamptz not null,
    last_seen_at timestamptz not null check (last_seen_at >= created_at),
    ends_at      timestamptz not null check (ends_at > created_at),
    ended_at     timestamptz
  );
  create index session_of_account on identity.session (account_id) where ended_at is null;
  create index session_by_end on identity.session (ends_at);

  create table identity.token (
    secret_hash  bytea primary key check (length(secret_hash) = 32),
    id           uuid not null unique,
    account_id   uuid not null references identity.account,
    name         text not null check (length(name) between 1 and 200),
    created_at   timestamptz not null,
    ends_at      timestamptz not null check (ends_at > created_at),
    ended_at     timestamptz
  );
  create index token_of_account on identity.token (account_id) where ended_at is null;
`;

/** Whatever ends, every hub hears of it at the commit, whoever ended it and by what way. */
const bell = `
  create function identity.tell_access() returns trigger language plpgsql as $$
  begin
    perform pg_notify('fanal_access', coalesce(to_jsonb(new) ->> 'account_id', to_jsonb(new) ->> 'id'));
    return null;
  end $$;
  create trigger account_access after update of ended_at on identity.account for each row execute function identity.tell_access();
  create trigger membership_access after insert or update on identity.membership for each row execute function identity.tell_access();
  create trigger session_access after update of ended_at on identity.session for each row execute function identity.tell_access();
  create trigger token_access after update of ended_at on identity.token for each row execute function identity.tell_access();
`;

const rights = `
  grant usage on schema identity to fanal_app;
  grant select, insert on identity.account, identity.membership, identity.session, identity.token to fanal_app;
  grant update (display_name, language, ended_at) on identity.account to fanal_app;
  grant update (territories, ended_at) on identity.membership to fanal_app;
  grant update (last_seen_at, ended_at) on identity.session to fanal_app;
  grant update (ended_at) on identity.token to fanal_app;
`;
