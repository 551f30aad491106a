import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People or buildings that are to be called, given with the law that allows it and the day it ends. Each is sealed under a key of its own;
 * at the end all keys are destroyed, and the line that says so stays with the figures.
 */
export class NeedsRounds1795737603202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table needs.round (
        id              uuid primary key,
        organization_id uuid not null references directory.organization,
        name            text not null check (length(name) between 1 and 120),
        given_by        uuid not null references directory.organization,
        legal_basis     text not null check (length(legal_basis) between 1 and 500),
        script_fr       text check (length(script_fr) between 1 and 4000),
        script_en       text check (length(script_en) between 1 and 4000),
        tries           int not null check (tries between 1 and 10),
        opened_at       timestamptz not null,
        opened_by       uuid references identity.account,
        ends_at         timestamptz not null check (ends_at > opened_at),
        closed_at       timestamptz check (closed_at >= opened_at),
        -- what remains of who was on it: how many keys were destroyed, and because of what
        destroyed       int check (destroyed >= 0),
        destroyed_why   text check (destroyed_why in ('END_DATE', 'CLOSED')),
        check (num_nonnulls(script_fr, script_en) > 0),
        check (num_nulls(closed_at, destroyed, destroyed_why) in (0, 3))
      );
      create index round_of_organization on needs.round (organization_id, id desc);
      create index round_to_end on needs.round (ends_at) where closed_at is null;

      create table needs.round_entry (
        id             uuid primary key,
        round_id       uuid not null references needs.round,
        place          int not null,
        state          text not null check (state in ('WAITING', 'VISIT_REQUESTED', 'DONE')),
        outcome        text check (outcome in ('SAFE', 'NEEDS_HELP', 'REFUSED', 'WRONG_NUMBER')),
        tries          int not null default 0 check (tries >= 0),
        next_at        timestamptz not null,
        claimed_by     uuid references identity.account,
        claim_ends_at  timestamptz,
        settled_at     timestamptz,
        help_contact_id uuid references needs.contact,
        data_key_id    uuid not null unique references platform.data_key,
        unique (round_id, place),
        check (num_nulls(claimed_by, claim_ends_at) in (0, 2)),
        check ((state = 'DONE') = (outcome is not null)),
        check ((state = 'WAITING') = (settled_at is null)),
        check (help_contact_id is null or outcome = 'NEEDS_HELP')
      );
      create index round_entry_next on needs.round_entry (round_id, next_at, tries, place) where state = 'WAITING';
      create index round_entry_claims on needs.round_entry (claimed_by) where claimed_by is not null;

      create table needs.round_try (
        id       uuid primary key,
        entry_id uuid not null references needs.round_entry,
        at       timestamptz not null,
        by       uuid references identity.account,
        outcome  text not null check (outcome in ('SAFE', 'NEEDS_HELP', 'NO_ANSWER', 'REFUSED', 'WRONG_NUMBER'))
      );
      create index round_try_of on needs.round_try (entry_id, id);

      create table needs.round_person (
        entry_id        uuid primary key references needs.round_entry,
        organization_id uuid not null,
        person          bytea not null
      );
      alter table needs.round_person enable row level security, force row level security;
      create policy its_organization_takes_the_list on needs.round_person for insert
        with check (organization_id = any ((select platform.organizations_where('open-round'))::uuid[]));
      create policy its_organization_calls on needs.round_person for select
        using (organization_id = any ((select platform.organizations_where('call-round'))::uuid[]));

      grant select, insert on needs.round, needs.round_entry, needs.round_try, needs.round_person to fanal_app;
      grant update (closed_at, destroyed, destroyed_why) on needs.round to fanal_app;
      grant update (state, outcome, tries, next_at, claimed_by, claim_ends_at, settled_at, help_contact_id) on needs.round_entry to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table needs.round_person, needs.round_try, needs.round_entry, needs.round');
  }
}
