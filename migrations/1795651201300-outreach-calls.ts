import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when an organization is let alone after a call; what was said last is found at once. */
export class OutreachCalls1795651201300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outreach.call add rests_until timestamptz;
      alter table outreach.call add check ((rests_until is not null) <= (result is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outreach.call drop rests_until');
  }
}
