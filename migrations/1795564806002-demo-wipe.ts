import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All that a demonstration holds can be taken away, by the owner alone and only where nothing else is: the database asks, whoever calls,
 * and takes no mark of a demonstration where somebody keeps a directory.
 * What only grows does so for as long as an epoch lasts; positions of before then mean nothing. Accounts and the audit trail stay; what
 * accounts that are not the demonstration's held is answered, to be given back.
 */
export class DemoWipe1795564806002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function demo.demand_nothing_else() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if ${recorded.map(table => `exists (select from ${table} where source <> 'demo')`).join(' or ')} then
          raise exception 'this is no demonstration' using errcode = 'insufficient_privilege';
        end if;
      end $$;
      create function demo.demand_that_it_is_one() returns trigger language plpgsql as $$
      begin
        perform demo.demand_nothing_else();
        return new;
      end $$;
      create trigger loading_is_of_a_demonstration before insert on demo.loading
        for each row execute function demo.demand_that_it_is_one();

      create function demo.wipe() returns setof jsonb language plpgsql set timezone = 'UTC' as $$
      begin
        if not exists (select from demo.loading) then
          raise exception 'this is no demonstration' using errcode = 'insufficient_privilege';
        end if;
        perform pg_advisory_xact_lock(7001); -- nobody appends to the log meanwhile
        lock table ${recorded.join(', ')} in share row exclusive mode; -- nor is anything taken in
        perform demo.demand_nothing_else();
        return query select to_jsonb(membership) from identity.membership
          where account_id in (select id from identity.account where not demo);
        ${grown.map(table => `alter table ${table} disable trigger user;`).join('\n')}
        ${held.map(table => `delete from ${table};`).join('\n')}
        ${grown.map(table => `alter table ${table} enable trigger user;`).join('\n')}
        update platform.epoch set epoch = to_char(greatest(clock_timestamp()::timestamp,
          to_timestamp(epoch, 'YYYYMMDDHH24MISS')::timestamp + interval '1 second'), 'YYYYMMDDHH24MISS');
      end $$;
      revoke execute on function demo.wipe() from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function demo.wipe();
      drop function demo.demand_that_it_is_one() cascade;
      drop function demo.demand_nothing_else();
    `);
  }
}

const recorded = ['directory.organization', 'directory.service', 'directory.location'];
const grown = ['status.report', 'crises.phase_change', 'platform.event'];

/** What refers to others first. */
const held = [
  ...['contradiction_text', 'contradiction', 'planned', 'current', 'report'].map(table => `status.${table}`),
  ...['instruction', 'mission', 'need_kind', 'freshness_rule', 'phase_change', 'emergency', 'area', 'crisis'].map(
    table => `crises.${table}`,
  ),
  'identity.membership',
  ...['phone', 'contact', 'schedule', 'accessibility', 'opening', 'service_category', 'service_area', 'service_at_location'].map(
    table => `directory.${table}`,
  ),
  ...['service', 'location', 'organization'].map(table => `directory.${table}`),
  ...['platform.idempotency', 'platform.event', 'demo.loading'],
];
