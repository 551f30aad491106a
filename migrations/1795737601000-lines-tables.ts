import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lines by which people reach help, when they are open, and what is said of them from minute to minute. */
export class LinesTables1795737601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema lines;
      create table lines.line (
        code     text primary key check (code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
        position int not null,
        ${texts('name', 200)},
        -- as people dial it; a chat has none
        number   text check (length(number) between 2 and 60),
        url      text check (url ~ '^https?://' and length(url) <= 500),
        owner_organization_id uuid references directory.organization,
        -- its own line, for the time it lasts
        crisis_id uuid references crises.crisis,
        holiday_rule text not null default 'OPEN' check (holiday_rule in ('OPEN', 'CLOSED', 'ASK')),
        ended_at timestamptz,
        check (num_nonnulls(name_fr, name_en) > 0)
      );

      -- Local to the region. A line without any is never closed by the clock.
      create table lines.opening_hours (
        line_code text not null references lines.line,
        byday     text[] not null check (cardinality(byday) > 0 and byday <@ array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
        opens_at  time not null,
        closes_at time not null
      );
      create index opening_hours_of_line on lines.opening_hours (line_code);

      -- Of one day, in place of its usual hours; without hours it is closed.
      create table lines.exceptional_day (
        line_code text not null references lines.line,
        on_date   date not null check (on_date between '1900-01-01' and '2200-12-31'),
        opens_at  time,
        closes_at time,
        ${texts('note', 300)},
        primary key (line_code, on_date),
        check ((opens_at is null) = (closes_at is null))
      );

      -- What was said of it. The same again renews the last one; anything else is a word more.
      create table lines.line_word (
        id           uuid primary key,
        line_code    text not null references lines.line,
        state        text not null check (state in ('OPEN', 'BUSY', 'DOWN', 'CLOSED')),
        wait_seconds int check (wait_seconds between 0 and 86400),
        waiting      int check (waiting between 0 and 10000),
        -- since when it is so, as it was told
        since        timestamptz not null,
        said_at      timestamptz not null check (said_at >= since),
        renewed_at   timestamptz not null check (renewed_at >= said_at),
        said_by      text not null
      );
      create index line_word_last on lines.line_word (line_code, said_at desc, id desc);

      grant usage on schema lines to fanal_app;
      grant select, insert on lines.line, lines.opening_hours, lines.exceptional_day, lines.line_word to fanal_app;
      grant update (position, name_fr, name_en, number, url, owner_organization_id, crisis_id, holiday_rule, ended_at) on lines.line to fanal_app;
      grant update (opens_at, closes_at, note_fr, note_en) on lines.exceptional_day to fanal_app;
      grant delete on lines.opening_hours, lines.exceptional_day to fanal_app;
      grant update (renewed_at) on lines.line_word to fanal_app;

      insert into lines.line (code, position, name_fr, name_en, number) values
        ('PHONE_211', 1, '211 par téléphone', '211 by telephone', '211'), ('CHAT_211', 2, '211 par clavardage', '211 by chat', null);
      insert into lines.opening_hours values
        ('PHONE_211', '{MO,TU,WE,TH,FR,SA,SU}', '08:00', '18:00'),
        ('CHAT_211', '{MO,TU,WE,TH,FR}', '08:00', '18:00'), ('CHAT_211', '{SA,SU}', '08:00', '15:30');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema lines cascade');
  }
}

const texts = (name: string, limit: number) =>
  ['fr', 'en'].map(language => `${name}_${language} text check (length(${name}_${language}) between 1 and ${limit})`).join(', ');
