import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of the demonstration this database holds; one row, where it is one. No row-level security: nothing personal is here. */
export class DemoLoading1795564806001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema demo;
      create table demo.loading (
        only_one  boolean primary key default true check (only_one),
        services  int not null check (services >= 0),
        begun_at  timestamptz not null,
        -- null: it was cut short
        loaded_at timestamptz check (loaded_at >= begun_at)
      );
      grant usage on schema demo to fanal_app;
      grant select, insert, update on demo.loading to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema demo cascade');
  }
}
