import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who can be called up when a line needs more people, and who was. More than were asked for never have a place. */
export class LinesRoster1795737601050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lines.roster_entry (
        id         uuid primary key,
        account_id uuid not null references identity.account,
        languages  text[] not null check (cardinality(languages) between 1 and 30),
        -- [{code, on}]
        trainings  jsonb not null default '[]' check (jsonb_typeof(trainings) = 'array'),
        -- [{byday, begins, ends}], local to the region; none: at any hour
        shifts     jsonb not null default '[]' check (jsonb_typeof(shifts) = 'array'),
        set_at     timestamptz not null,
        set_by     text not null,
        ended_at   timestamptz
      );
      create unique index roster_entry_of_account on lines.roster_entry (account_id) where ended_at is null;

      create table lines.call_up (
        id        uuid primary key,
        line_code text not null references lines.line,
        from_at   timestamptz not null,
        to_at     timestamptz not null check (to_at > from_at),
        languages text[] not null default '{}',
        trainings text[] not null default '{}',
        wanted    int not null check (wanted between 1 and 500),
        confirmed int not null default 0 check (confirmed between 0 and wanted),
        made_by   uuid not null references identity.account,
        made_at   timestamptz not null,
        ended_at  timestamptz check (ended_at >= made_at)
      );
      create index call_up_by_time on lines.call_up (to_at);

      create table lines.called (
        id          uuid primary key,
        call_up_id  uuid not null references lines.call_up,
        account_id  uuid not null references identity.account,
        answer      text check (answer in ('YES', 'NO', 'LATER')),
        answered_at timestamptz,
        unique (call_up_id, account_id),
        check ((answer is null) = (answered_at is null))
      );
      create index called_account on lines.called (account_id);

      grant select, insert on lines.roster_entry, lines.call_up, lines.called to fanal_app;
      grant update (languages, trainings, shifts, set_at, set_by, ended_at) on lines.roster_entry to fanal_app;
      grant update (confirmed, ended_at) on lines.call_up to fanal_app;
      grant update (answer, answered_at) on lines.called to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lines.called, lines.call_up, lines.roster_entry');
  }
}
