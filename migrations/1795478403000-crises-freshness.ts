import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a word stays fresh outside any crisis. Crises bring their own limits by phase and category. */
export class CrisesFreshness1795478403000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema crises;
      create table crises.standing_rule (
        only_one  boolean primary key default true check (only_one),
        fresh_for interval not null check (fresh_for > interval '0')
      );
      insert into crises.standing_rule (fresh_for) values (interval '14 days');
      grant usage on schema crises to fanal_app;
      grant select, update on crises.standing_rule to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema crises cascade');
  }
}
