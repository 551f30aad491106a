import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people ask in a crisis, and what is to be read to them. One that is taken back stays, and is read no more. */
export class CrisesInstructions1795564801001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table crises.instruction (
        id           uuid primary key,
        crisis_id    uuid not null references crises.crisis,
        question_fr  text check (length(question_fr) between 1 and 300),
        question_en  text check (length(question_en) between 1 and 300),
        answer_fr    text check (length(answer_fr) between 1 and 4000),
        answer_en    text check (length(answer_en) between 1 and 4000),
        phone        text check (length(phone) between 1 and 40),
        owner_organization_id uuid references directory.organization,
        valid_until  timestamptz,
        set_at       timestamptz not null,
        set_by       text not null,
        withdrawn_at timestamptz,
        check (num_nonnulls(question_fr, question_en) > 0),
        check (num_nonnulls(answer_fr, answer_en) > 0)
      );
      create index instruction_of_crisis on crises.instruction (crisis_id, id) where withdrawn_at is null;
      grant select, insert on crises.instruction to fanal_app;
      grant update (question_fr, question_en, answer_fr, answer_en, phone, owner_organization_id, valid_until, set_at, set_by, withdrawn_at)
        on crises.instruction to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table crises.instruction');
  }
}
