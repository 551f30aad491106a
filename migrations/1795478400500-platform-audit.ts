import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail: plain inserts by the hub, chained after commit by one sequencer that may do nothing else (DECISIONS 14). */
export class PlatformAudit1795478400500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.audit_entry (
        id      uuid primary key,
        at      timestamptz not null,
        actor   text not null,
        act     text not null check (act ~ '^[a-z-]+:[a-z-]+$'),
        subject text not null,
        facts   jsonb not null default '{}'
      );
      create table platform.audit_chain (
        sequence  bigint primary key check (sequence > 0),
        entry_id  uuid not null unique references platform.audit_entry,
        previous  bytea not null,
        hash      bytea not null unique
      );
      create index audit_by_time on platform.audit_entry (at);
      create index audit_by_subject on platform.audit_entry (subject, at);

      create trigger audit_entry_only_grows before update or delete on platform.audit_entry for each row execute function platform.refuse_change();
      create trigger audit_entry_is_not_emptied before truncate on platform.audit_entry for each statement execute function platform.refuse_change();
      create trigger audit_chain_only_grows before update or delete on platform.audit_chain for each row execute function platform.refuse_change();
      create trigger audit_chain_is_not_emptied before truncate on platform.audit_chain for each statement execute function platform.refuse_change();

      grant usage on schema platform to fanal_audit;
      grant select on platform.audit_entry to fanal_audit;
      grant select, insert on platform.audit_chain to fanal_audit;
      grant insert, select on platform.audit_entry to fanal_app;
      grant select on platform.audit_chain to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.audit_chain, platform.audit_entry');
  }
}
