import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A poster for the counter: one of an organization at a time. Its number is kept nowhere: a sum under a secret and the week makes it. */
export class OutreachPosters1795651205000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outreach.poster (
        id uuid primary key,
        organization_id uuid not null references directory.organization,
        made_by uuid not null references identity.account,
        made_at timestamptz not null,
        printed_at timestamptz,
        used_at timestamptz,
        revoked_at timestamptz,
        -- one more each time that its number is renewed before the week is over
        pin_round int not null default 1 check (pin_round > 0),
        pin_since timestamptz not null,
        -- wrong numbers since the week began, and until when it takes none
        wrong int not null default 0 check (wrong >= 0),
        wrong_at timestamptz,
        waits_until timestamptz,
        check ((wrong > 0) <= (wrong_at is not null))
      );
      create unique index poster_of_organization on outreach.poster (organization_id) where revoked_at is null;
      grant select, insert, update on outreach.poster to fanal_app;

      alter table outreach.answer add column poster_id uuid references outreach.poster;
      alter table outreach.answer add check ((poster_id is not null) = (said_by = 'POSTER'));
      alter table outreach.answer add check ((poster_id is not null) <= (first_name is not null));
      create index answer_of_poster on outreach.answer (poster_id, said_at) where poster_id is not null;

      insert into platform.secret values ('poster-pin', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from platform.secret where name = 'poster-pin';
      alter table outreach.answer drop column poster_id;
      drop table outreach.poster;
    `);
  }
}
