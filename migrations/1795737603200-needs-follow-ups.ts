import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Call-backs that were promised. Whom to call stands apart, sealed under a key of its own, and row-level security shows it only within the
 * organization that promised; some time after the end that key is destroyed, and the figures stay.
 */
export class NeedsFollowUps1795737603200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table needs.follow_up (
        id              uuid primary key,
        organization_id uuid not null references directory.organization,
        contact_id      uuid references needs.contact,
        of_group        text not null check (of_group in ('SENIOR', 'ISOLATED', 'DISABILITY', 'MENTAL_HEALTH', 'FAMILY', 'VIOLENCE', 'HOMELESS', 'NEWCOMER', 'OTHER')),
        category        text not null references directory.category,
        kind            text not null check (kind ~ '^[A-Z][A-Z0-9_]{0,49}$'),
        territory       text references directory.territory,
        promised_at     timestamptz not null,
        promised_by     uuid references identity.account,
        due_at          timestamptz not null,
        -- when it is next for somebody to call: after a try in vain, a while later
        next_at         timestamptz not null check (next_at >= due_at),
        claimed_by      uuid references identity.account,
        claim_ends_at   timestamptz,
        done_at         timestamptz check (done_at >= promised_at),
        outcome         text check (outcome in ('HELP_RECEIVED', 'NOT_RECEIVED', 'NO_LONGER_NEEDED', 'UNREACHABLE')),
        -- what was flagged because no help came
        flagged_contact_id uuid references needs.contact,
        data_key_id     uuid not null unique references platform.data_key,
        forgotten_at    timestamptz check (forgotten_at >= done_at),
        check (num_nulls(claimed_by, claim_ends_at) in (0, 2)),
        check (num_nulls(done_at, outcome) in (0, 2)),
        check (done_at is null or claimed_by is null),
        check (forgotten_at is null or done_at is not null),
        check (flagged_contact_id is null or outcome = 'NOT_RECEIVED')
      );
      create index follow_up_next on needs.follow_up (organization_id, next_at, id) where done_at is null;
      create index follow_up_done on needs.follow_up (organization_id, done_at desc, id desc) where done_at is not null;
      create index follow_up_to_forget on needs.follow_up (done_at) where done_at is not null and forgotten_at is null;
      create index follow_up_claims on needs.follow_up (claimed_by) where claimed_by is not null;

      create table needs.follow_up_try (
        id           uuid primary key,
        follow_up_id uuid not null references needs.follow_up,
        at           timestamptz not null,
        by           uuid references identity.account,
        outcome      text not null check (outcome in ('NO_ANSWER', 'VOICEMAIL', 'REACHED'))
      );
      create index follow_up_try_of on needs.follow_up_try (follow_up_id, id);

      create table needs.follow_up_person (
        follow_up_id    uuid primary key references needs.follow_up,
        organization_id uuid not null,
        person          bytea not null
      );
      alter table needs.follow_up_person enable row level security, force row level security;
      create policy its_organization_promises on needs.follow_up_person for insert
        with check (organization_id = any ((select platform.organizations_where('follow-up'))::uuid[]));
      create policy its_organization_reads on needs.follow_up_person for select
        using (organization_id = any ((select platform.organizations_where('follow-up'))::uuid[]));

      grant select, insert on needs.follow_up, needs.follow_up_try, needs.follow_up_person to fanal_app;
      grant update (next_at, claimed_by, claim_ends_at, done_at, outcome, flagged_contact_id, forgotten_at) on needs.follow_up to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table needs.follow_up_person, needs.follow_up_try, needs.follow_up');
  }
}
