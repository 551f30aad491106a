import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes are forgotten in time. */
export class NeedsNotes1795737602030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index need_with_note on needs.need (at) where note is not null;
      grant update (note) on needs.need to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index needs.need_with_note; revoke update (note) on needs.need from fanal_app');
  }
}
