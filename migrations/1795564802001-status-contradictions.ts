import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who says otherwise. What they wrote may name somebody: it lies apart, and is read only by a transaction that says whose it may read,
 * `*` for all or the ids of organizations (`fanal.reads_contradictions`).
 */
export class StatusContradictions1795564802001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table status.contradiction (
        id           uuid primary key,
        service_id   uuid not null references directory.service,
        says         text not null check (says in ('OPEN', 'LIMITED', 'FULL', 'SUSPENDED', 'RELOCATED', 'CLOSED')),
        made_at      timestamptz not null,
        made_by      text not null,
        by_centre    boolean not null,
        -- a keyed sum: the address itself is not kept
        address_hmac bytea not null,
        -- when it was one of those that marked the public status
        marked_at    timestamptz,
        -- when the organization spoke anew
        answered_at  timestamptz,
        settled_at   timestamptz,
        settled_by   text,
        outcome      text check (outcome in ('KEPT', 'REPLACED')),
        basis        text check (basis in ('CALLED_ORGANIZATION', 'SITE_VISIT', 'LEGAL_ORDER', 'NO_ANSWER_3_TRIES')),
        check (num_nonnulls(settled_at, settled_by, outcome, basis) in (0, 4))
      );
      create index contradiction_of_service on status.contradiction (service_id) where settled_at is null;

      create table status.contradiction_text (
        contradiction_id uuid primary key references status.contradiction,
        organization_id  uuid not null references directory.organization,
        note_fr          text check (length(note_fr) <= 500),
        note_en          text check (length(note_en) <= 500),
        settlement_note  text check (length(settlement_note) <= 1000)
      );
      alter table status.contradiction_text enable row level security;
      create policy anybody_may_say on status.contradiction_text for insert with check (true);
      create policy some_may_read on status.contradiction_text for select using (${readable});
      create policy some_may_settle on status.contradiction_text for update using (${readable});

      -- With which addresses are summed.
      create table status.secret (only_one boolean primary key default true check (only_one), value bytea not null);
      insert into status.secret (value) values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

      grant select on status.secret to fanal_app;
      grant select, insert on status.contradiction, status.contradiction_text to fanal_app;
      grant update (marked_at, answered_at, settled_at, settled_by, outcome, basis) on status.contradiction to fanal_app;
      grant update (settlement_note) on status.contradiction_text to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table status.contradiction_text, status.contradiction, status.secret');
  }
}

const readable = `current_setting('fanal.reads_contradictions', true) = '*'
        or organization_id::text = any(string_to_array(current_setting('fanal.reads_contradictions', true), ' '))`;
