import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One key per person whose identity is kept, wrapped by a key that never stands in the database. A key that was destroyed has no wrapping
 * any more, and never has one again: what it sealed stays, and nobody reads it.
 */
export class PlatformDataKeys1795737600100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.data_key (
        id           uuid primary key,
        -- the fingerprint of the key that wraps it
        kek          text check (kek ~ '^[0-9a-f]{8}$'),
        wrapped      bytea,
        made_at      timestamptz not null,
        destroyed_at timestamptz check (destroyed_at >= made_at),
        check (num_nulls(kek, wrapped) in (0, 2)),
        check ((wrapped is null) = (destroyed_at is not null))
      );
      create index data_key_by_kek on platform.data_key (kek, id) where wrapped is not null;

      create function platform.refuse_revival() returns trigger language plpgsql as $$
      begin
        if old.wrapped is null then raise exception 'a key that was destroyed does not come back'; end if;
        return new;
      end $$;
      create trigger data_key_stays_destroyed before update on platform.data_key for each row execute function platform.refuse_revival();

      grant select, insert on platform.data_key to fanal_app;
      grant update (kek, wrapped, destroyed_at) on platform.data_key to fanal_app;
      insert into platform.secret values ('blind-index', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table platform.data_key;
      drop function platform.refuse_revival();
      delete from platform.secret where name = 'blind-index';
    `);
  }
}
