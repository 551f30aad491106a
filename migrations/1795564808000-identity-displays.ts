import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Wall screens: a screen shows a code, somebody who may types it, and from then on it is the organization's, with no person's session on
 * it (RFC 8628 without its tokens). Only sums of what it shows are kept; codes that nobody typed are taken away.
 */
export class IdentityDisplays1795564808000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.display (
        id              uuid primary key,
        -- Null until the screen has come for it.
        secret_hash     bytea unique check (length(secret_hash) = 32),
        name            text not null check (length(name) between 1 and 100),
        organization_id uuid not null references directory.organization on delete cascade,
        linked_by       uuid not null references identity.account,
        linked_at       timestamptz not null,
        last_seen_at    timestamptz not null check (last_seen_at >= linked_at),
        ended_at        timestamptz check (ended_at >= linked_at)
      );
      create index display_of_organization on identity.display (organization_id) where ended_at is null;

      create table identity.display_code (
        code_hash  bytea primary key check (length(code_hash) = 32),
        proof_hash bytea not null unique check (length(proof_hash) = 32),
        ends_at    timestamptz not null,
        display_id uuid unique references identity.display on delete cascade
      );
      create index display_code_by_end on identity.display_code (ends_at);

      create trigger display_access after update of ended_at on identity.display for each row execute function identity.tell_access();

      grant select, insert on identity.display to fanal_app;
      grant update (secret_hash, last_seen_at, ended_at) on identity.display to fanal_app;
      grant select, insert, delete on identity.display_code to fanal_app;
      grant update (display_id) on identity.display_code to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.display_code, identity.display');
  }
}
