import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The note of a call is forgotten in time too. */
export class NeedsContactNotes1795737603010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index contact_with_note on needs.contact (ended_at) where note is not null;
      grant update (note) on needs.contact to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index needs.contact_with_note; revoke update (note) on needs.contact from fanal_app');
  }
}
