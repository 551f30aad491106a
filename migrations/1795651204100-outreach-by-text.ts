import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request may go by text message, to who likes that better. */
export class OutreachByText1795651204100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outreach.request add by_text boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outreach.request drop by_text');
  }
}
