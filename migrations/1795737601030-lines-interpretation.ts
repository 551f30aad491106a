import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long callers wait for an interpreter, by language. Nothing here says who they are: the desk makes the key of a contact. */
export class LinesInterpretation1795737601030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lines.interpretation (
        id          uuid primary key,
        contact_key uuid not null,
        language    text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
        asked_at    timestamptz not null,
        outcome     text check (outcome in ('OBTAINED', 'NOT_OBTAINED', 'DROPPED')),
        ended_at    timestamptz check (ended_at >= asked_at),
        check ((outcome is null) = (ended_at is null))
      );
      create unique index interpretation_under_way on lines.interpretation (contact_key, language) where outcome is null;
      create index interpretation_by_time on lines.interpretation (asked_at);
      grant select, insert on lines.interpretation to fanal_app;
      grant update (outcome, ended_at) on lines.interpretation to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lines.interpretation');
  }
}
