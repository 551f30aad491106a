import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the desk has had checked: services that did not answer, and those to which many were sent since they last spoke. */
export class NeedsAskedAgain1795737602010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- each check, so that what was counted for one is not counted for the next
      create table needs.check_opened (
        service_id uuid not null references directory.service,
        at         timestamptz not null,
        primary key (service_id, at)
      );
      -- « Encore vrai ? », once for each word
      create table needs.asked_again (
        service_id uuid not null references directory.service,
        since      timestamptz not null,
        at         timestamptz not null,
        primary key (service_id, since)
      );
      grant select, insert on needs.check_opened, needs.asked_again to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table needs.asked_again, needs.check_opened');
  }
}
