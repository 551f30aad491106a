import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a service's row gathers from the tables beside it. */
export class DirectoryGathering1795478401003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(gathering);
    await runner.query(watching());
  }

  /** The functions go with the schema; the triggers with the functions. */
  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['gather_services(uuid[])', 'gather_touched()', 'gather_was_and_now()', 'gather_at_places()', 'gather_everywhere()'])
      await runner.query(`drop function directory.${name} cascade`);
  }
}

/**
 * What a service's row says of its places, areas and categories is always what those tables say: the only writer is this function,
 * called by triggers, with the owner's rights. A confidential place counts from its municipality up: its neighbourhood would half tell it.
 * To serve a territory is to serve what lies in it; and whoever looks at a larger one finds it too.
 */
const gathering = `
  create function directory.gather_services(ids uuid[]) returns void language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    with recursive lies_in (code, above, kind) as (
      select territory.code, territory.code, territory.kind from directory.territory
      union
      select lies_in.code, higher.code, higher.kind
      from lies_in join directory.territory lower on lower.code = lies_in.above join directory.territory higher on higher.code = lower.parent
    ), located as (
      select held.service_id, array_agg(distinct lies_in.above order by lies_in.above) as codes
      from directory.service_at_location held join directory.location on location.id = held.location_id
        join lies_in on lies_in.code = location.territory_code
      where held.service_id = any(ids) and not (location.confidential and lies_in.kind = 'NEIGHBOURHOOD')
      group by held.service_id
    ), served as (
      select reached.service_id, array_agg(distinct reached.code order by reached.code) as codes
      from (
        select area.service_id, lies_in.above as code from directory.service_area area join lies_in on lies_in.code = area.territory_code
        union
        select area.service_id, lies_in.code from directory.service_area area join lies_in on lies_in.above = area.territory_code
      ) reached
      where reached.service_id = any(ids) group by reached.service_id
    ), sorted as (
      select service_id, array_agg(category order by category) as codes from directory.service_category where service_id = any(ids) group by service_id
    ), gathered as (
      select service.id, coalesce(located.codes, '{}') as located_in, coalesce(served.codes, '{}') as serving, coalesce(sorted.codes, '{}') as categories,
        array(select unnest(located.codes) union select unnest(served.codes) order by 1) as territories
      from directory.service left join located on located.service_id = service.id
        left join served on served.service_id = service.id left join sorted on sorted.service_id = service.id
      where service.id = any(ids)
    )
    update directory.service kept
    set located_in = gathered.located_in, serving = gathered.serving, territories = gathered.territories, categories = gathered.categories
    from gathered
    where kept.id = gathered.id and (kept.located_in, kept.serving, kept.territories, kept.categories)
      is distinct from (gathered.located_in, gathered.serving, gathered.territories, gathered.categories);
  end;
  revoke execute on function directory.gather_services(uuid[]) from public;

  create function directory.gather_touched() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin perform directory.gather_services(array(select distinct service_id from touched)); return null; end $$;

  create function directory.gather_was_and_now() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin perform directory.gather_services(array(select service_id from was union select service_id from now)); return null; end $$;

  create function directory.gather_at_places() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    perform directory.gather_services(array(
      select held.service_id from directory.service_at_location held join now on now.id = held.location_id join was on was.id = now.id
      where (was.territory_code, was.confidential) is distinct from (now.territory_code, now.confidential)));
    return null;
  end $$;

  create function directory.gather_everywhere() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin perform directory.gather_services(array(select id from directory.service)); return null; end $$;
`;

/** Statement by statement, so that an import of many rows gathers once. */
const watching = (): string =>
  ['service_at_location', 'service_area', 'service_category']
    .map(
      table => `
  create trigger gather_on_insert after insert on directory.${table} referencing new table as touched
    for each statement execute function directory.gather_touched();
  create trigger gather_on_delete after delete on directory.${table} referencing old table as touched
    for each statement execute function directory.gather_touched();
  create trigger gather_on_update after update on directory.${table} referencing old table as was new table as now
    for each statement execute function directory.gather_was_and_now();`,
    )
    .join('') +
  `
  create trigger gather_on_move after update on directory.location referencing old table as was new table as now
    for each statement execute function directory.gather_at_places();
  create trigger gather_on_redrawing after update of parent, kind on directory.territory
    for each statement execute function directory.gather_everywhere();`;
