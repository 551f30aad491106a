import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether what a campaign has yet to send waits for the end of its quiet hours; what a job looks for is found by an index. */
export class OutreachQuiet1795651201101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outreach.campaign add quiet boolean not null default false;
      create index campaign_with_quiet_hours on outreach.campaign (id) where state = 'RUNNING' and (quiet or quiet_from is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outreach.campaign drop quiet');
  }
}
