import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which words an answer made: so that of two who answer at once each is told what the other said. */
export class OutreachAnswers1795651201200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outreach.answer add column reports uuid[] not null default '{}';
      -- the forms of the answer page are sealed with it
      insert into platform.secret values ('answer-form', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
      create or replace view status_published.report as
        select id, position, service_id, location_id, state, observed_at, effective_from, good_until, source, recorded_at from status.report;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view status_published.report;
      create view status_published.report as
        select id, position, service_id, location_id, state, observed_at, effective_from, good_until, source from status.report;
      grant select on status_published.report to fanal_app;
      delete from platform.secret where name = 'answer-form';
      alter table outreach.answer drop column reports;
    `);
  }
}
