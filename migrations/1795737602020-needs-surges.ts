import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures of a time before the hub, by month; and what people say of what rises. */
export class NeedsSurges1795737602020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table needs.past_total (
        month     date not null check (extract(day from month) = 1),
        territory text not null references directory.territory,
        -- null: of all kinds
        kind      text check (kind ~ '^[A-Z][A-Z0-9_]{0,49}$'),
        n         int not null check (n >= 0),
        unique nulls not distinct (month, territory, kind)
      );
      create table needs.surge_word (
        -- measure, period, kind, territory and beginning: one surge
        surge        text primary key check (length(surge) between 1 and 200),
        explanation  text not null check (explanation in ('SEASON', 'CAMPAIGN', 'RECORDING', 'EVENT')),
        note         text check (length(note) between 1 and 1000),
        muted        boolean not null,
        explained_by uuid not null references identity.account,
        explained_at timestamptz not null
      );
      grant select, insert on needs.past_total, needs.surge_word to fanal_app;
      grant update (n) on needs.past_total to fanal_app;
      grant update (explanation, note, muted, explained_by, explained_at) on needs.surge_word to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table needs.surge_word, needs.past_total');
  }
}
