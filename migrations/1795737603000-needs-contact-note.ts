import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is noted of a call as a whole, where it holds no need too. */
export class NeedsContactNote1795737603000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table needs.contact add column note text check (length(note) between 1 and 2000)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table needs.contact drop column note');
  }
}
