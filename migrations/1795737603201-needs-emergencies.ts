import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Somebody on the line is in danger. Where they are and how to call them back is sealed, read by the supervisors of the counsellor's
 * organization and by nobody else, and its key is destroyed a day later; what was done stays.
 */
export class NeedsEmergencies1795737603201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table needs.emergency (
        id              uuid primary key,
        organization_id uuid not null references directory.organization,
        raised_at       timestamptz not null,
        raised_by       uuid not null references identity.account,
        forget_at       timestamptz not null check (forget_at > raised_at),
        over_at         timestamptz check (over_at >= raised_at),
        data_key_id     uuid not null unique references platform.data_key,
        forgotten_at    timestamptz check (forgotten_at >= raised_at)
      );
      create index emergency_of_organization on needs.emergency (organization_id, id desc);
      create index emergency_to_forget on needs.emergency (forget_at) where forgotten_at is null;

      create table needs.emergency_step (
        id           uuid primary key,
        emergency_id uuid not null references needs.emergency,
        at           timestamptz not null,
        by           uuid references identity.account,
        step         text not null check (step in ('RAISED', 'TOLD_WHERE', 'SEEN', 'CALLED_911', 'HANDED_OVER', 'OVER')),
        target       text references needs.handover_target,
        check ((target is not null) = (step = 'HANDED_OVER'))
      );
      create index emergency_step_of on needs.emergency_step (emergency_id, id);

      -- what is learned of the place as the call goes on: the latest of each stands
      create table needs.emergency_caller (
        id              uuid primary key,
        emergency_id    uuid not null references needs.emergency,
        organization_id uuid not null,
        caller          bytea not null
      );
      create index emergency_caller_of on needs.emergency_caller (emergency_id, id);
      alter table needs.emergency_caller enable row level security, force row level security;
      create policy who_is_there_tells on needs.emergency_caller for insert
        with check (organization_id = any (string_to_array(nullif(current_setting('fanal.organizations', true), ''), ',')::uuid[]));
      create policy its_supervisors_read on needs.emergency_caller for select
        using (organization_id = any ((select platform.organizations_where('read-emergency'))::uuid[]));

      grant select, insert on needs.emergency, needs.emergency_step, needs.emergency_caller to fanal_app;
      grant update (over_at, forgotten_at) on needs.emergency to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table needs.emergency_caller, needs.emergency_step, needs.emergency');
  }
}
