import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links that were given out, and mail that is to leave. Neither a token nor an address is kept: both are made when it is sent. */
export class PlatformMail1795478400700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.link (
        token_hash bytea primary key check (length(token_hash) = 32),
        purpose    text not null check (purpose ~ '^[a-z-]+$'),
        subject    uuid not null,
        expires_at timestamptz not null,
        uses_left  int not null check (uses_left >= 0),
        used_at    timestamptz,
        revoked_at timestamptz,
        created_at timestamptz not null
      );
      create index link_of_subject on platform.link (subject, purpose);
      create index link_by_age on platform.link (expires_at);

      create table platform.mail (
        id         uuid primary key,
        template   text not null check (template ~ '^[a-z-]+$'),
        account_id uuid not null,
        state      text not null default 'PENDING' check (state in ('PENDING', 'SENT', 'DEAD')),
        tries      int not null default 0 check (tries >= 0),
        last_error text check (length(last_error) <= 100),
        created_at timestamptz not null,
        sent_at    timestamptz check ((sent_at is not null) = (state = 'SENT'))
      );
      create index mail_by_state on platform.mail (state, created_at);

      grant select, insert, update, delete on platform.link, platform.mail to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.mail, platform.link');
  }
}
