import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of events, and what the machinery remembers. No row-level security: nothing personal is here, and only the hub reads it. */
export class PlatformLog1795478400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema platform;

      -- One row: the epoch that new positions belong to. A restore gives a new one.
      create table platform.epoch (
        only_one boolean primary key default true check (only_one),
        epoch text not null check (epoch ~ '^\\d{14}$')
      );
      insert into platform.epoch (epoch) values (to_char(clock_timestamp() at time zone 'UTC', 'YYYYMMDDHH24MISS'));

      create table platform.event (
        position    text collate "C" primary key check (position ~ '^\\d{14}\\.\\d{19}$'),
        kind        text not null check (kind ~ '^[a-z-]+$'),
        subject     uuid not null,
        payload     jsonb not null check (payload ? 'v'),
        occurred_at timestamptz not null
      );
      create index event_of_subject on platform.event (subject, position);
      create index event_by_kind on platform.event (kind, position);

      create view platform.head as
        select greatest((select max(position) from platform.event), epoch || '.' || repeat('0', 19)) as position from platform.epoch;

      -- What was said to be done stays done: the log only grows.
      create function platform.refuse_change() returns trigger language plpgsql as $$
      begin raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege'; end $$;
      create trigger event_only_grows before update or delete on platform.event for each row execute function platform.refuse_change();
      create trigger event_is_not_emptied before truncate on platform.event for each statement execute function platform.refuse_change();

      create table platform.secret (name text primary key, value bytea not null);
      insert into platform.secret values ('idempotency', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

      create table platform.idempotency (
        caller      text not null,
        operation   text not null,
        key         text not null check (length(key) <= 200),
        input_hmac  bytea not null,
        result_ids  jsonb,
        at          timestamptz not null,
        primary key (caller, operation, key)
      );
      create index idempotency_by_age on platform.idempotency (at);

      create table platform.reaction (
        name      text primary key,
        position  text collate "C" not null,
        tries     int not null default 0,
        parked_at timestamptz,
        error     text
      );

      -- As rate-limiter-flexible wants it.
      create table platform.rate_limit (key varchar(255) primary key, points int not null default 0, expire bigint);

      grant usage on schema platform to fanal_app;
      grant select on platform.epoch, platform.head, platform.secret to fanal_app;
      grant select, insert on platform.event to fanal_app;
      grant select, insert, update, delete on platform.idempotency, platform.reaction, platform.rate_limit to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema platform cascade');
  }
}
