import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people ask that no instruction answers yet, each counted once whatever the order of its words; and who was told that one has expired. */
export class LinesQuestions1795737601040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lines.question (
        id             uuid primary key,
        crisis_id      uuid references crises.crisis,
        -- how it is compared
        words          text not null check (length(words) between 1 and 400),
        text           text not null check (length(text) between 1 and 300),
        asked          int not null default 1 check (asked > 0),
        first_at       timestamptz not null,
        last_at        timestamptz not null check (last_at >= first_at),
        outcome        text check (outcome in ('ANSWERED', 'SET_ASIDE')),
        instruction_id uuid references crises.instruction,
        settled_at     timestamptz,
        settled_by     text,
        check (num_nulls(outcome, settled_at, settled_by) in (0, 3)),
        check ((outcome is not distinct from 'ANSWERED') = (instruction_id is not null)),
        unique nulls not distinct (crisis_id, words)
      );
      create index question_to_settle on lines.question (crisis_id, asked desc) where outcome is null;

      create table lines.instruction_notice (
        id              uuid primary key,
        instruction_id  uuid not null references crises.instruction,
        valid_until     timestamptz not null,
        organization_id uuid not null references directory.organization,
        -- none: the organization's mailbox
        account_id      uuid references identity.account,
        made_at         timestamptz not null,
        unique nulls not distinct (instruction_id, valid_until, account_id)
      );

      grant select, insert on lines.question, lines.instruction_notice to fanal_app;
      grant update (asked, last_at, outcome, instruction_id, settled_at, settled_by) on lines.question to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lines.instruction_notice, lines.question');
  }
}
