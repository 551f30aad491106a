import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where territories and areas end. Boundaries are GeoJSON, checked before they are written; their rings are what SQL looks into. */
export class DirectoryBoundaries1795564800003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [boundaries, cutting, views, asking]) await runner.query(part);
  }

  /** What reads these views by now reads their new columns too. */
  down(): Promise<void> {
    return Promise.reject(new Error('Restore a backup to go back before boundaries.'));
  }
}

const shape = `check (geometry ->> 'type' in ('Polygon', 'MultiPolygon') and jsonb_typeof(geometry -> 'coordinates') = 'array')`;

const boundaries = `
  alter table directory.territory add column boundary jsonb ${shape.replaceAll('geometry', 'boundary')};
  alter table directory.service_area add column geometry jsonb ${shape};
  grant update (boundary) on directory.territory to fanal_app;

  -- One for each ring of a boundary; the first of a part is around it, the others are holes.
  create table directory.ring (
    territory_code  text references directory.territory on delete cascade,
    service_area_id uuid references directory.service_area on delete cascade,
    part int not null,
    hole boolean not null,
    ring polygon not null,
    around box not null generated always as (box(ring)) stored,
    check (num_nonnulls(territory_code, service_area_id) = 1)
  );
  create index ring_of_territory on directory.ring (territory_code);
  create index ring_of_service_area on directory.ring (service_area_id);
  create index ring_around on directory.ring using gist (around);
  grant select on directory.ring to fanal_app;
`;

/** The only writers of \`ring\`, with the owner's rights. */
const cutting = `
  create function directory.rings_of(geometry jsonb) returns table (part int, hole boolean, ring polygon)
  language sql immutable set search_path = pg_catalog, pg_temp
  begin atomic
    select part.n::int, ring.n > 1,
      (select ('(' || string_agg(format('(%s,%s)', position.value ->> 0, position.value ->> 1), ',' order by position.n) || ')')::polygon
       from jsonb_array_elements(ring.value) with ordinality as position (value, n))
    from jsonb_array_elements(case geometry ->> 'type' when 'Polygon' then jsonb_build_array(geometry -> 'coordinates')
        else geometry -> 'coordinates' end) with ordinality as part (value, n)
      cross join jsonb_array_elements(part.value) with ordinality as ring (value, n);
  end;

  create function directory.cut_territory() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    delete from directory.ring where territory_code = new.code;
    insert into directory.ring (territory_code, part, hole, ring) select new.code, cut.* from directory.rings_of(new.boundary) cut;
    return null;
  end $$;
  create trigger cut_boundary after insert or update of boundary on directory.territory
    for each row execute function directory.cut_territory();

  create function directory.cut_service_area() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    delete from directory.ring where service_area_id = new.id;
    insert into directory.ring (service_area_id, part, hole, ring) select new.id, cut.* from directory.rings_of(new.geometry) cut;
    return null;
  end $$;
  create trigger cut_geometry after insert or update of geometry on directory.service_area
    for each row execute function directory.cut_service_area();
  revoke execute on function directory.cut_territory(), directory.cut_service_area() from public;
`;

const views = `
  create or replace view directory_published.territory as
    select code, name_fr, name_en, kind, parent, latitude, longitude, boundary from directory.territory;
`;

/**
 * Where a point lies, of each kind one: by boundary where there is one; else, in the region's frame, by the nearest heart among those
 * that have none, unless a boundary above them ends before the point.
 */
const asking = `
  create view directory_published.service_area as
    select id, service_id, territory_code, name, geometry from directory.service_area;

  create view directory_published.ring as select territory_code, service_area_id, part, hole, ring, around from directory.ring;

  create function directory_published.territories_at(latitude double precision, longitude double precision) returns text[]
  language sql stable parallel safe
  begin atomic
    with recursive asked as (
      select point($2, $1) as point
    ), inside as (
      select territory_code as code from directory_published.ring cross join asked
      where territory_code is not null and around @> point
      group by territory_code, part
      having bool_or(not hole and ring @> point) and not bool_or(hole and ring @> point)
    ), outside as (
      select code from directory_published.territory where boundary is not null and code not in (select code from inside)
      union
      select lower.code from directory_published.territory lower join outside on lower.parent = outside.code
    ), near as (
      select territory.code, territory.kind, territory.parent,
        power(territory.latitude - $1, 2) + power((territory.longitude - $2) * cos(radians($1)), 2) as far
      from directory_published.territory, directory_published.region
      where boundary is null and code not in (select code from outside)
        and $1 between region.south and region.north and $2 between region.west and region.east
    ), municipality as (
      select * from (
        select code, 0 as far from inside join directory_published.territory using (code) where kind = 'MUNICIPALITY'
        union all select code, 1 + far from near where kind = 'MUNICIPALITY'
      ) known order by far, code limit 1
    ), neighbourhood as (
      select * from (
        select code, 0 as far from inside join directory_published.territory using (code) where kind = 'NEIGHBOURHOOD'
        union all select code, 1 + far from near where kind = 'NEIGHBOURHOOD' and parent in (select code from municipality)
      ) known order by far, code limit 1
    ), found (code) as (
      select code from inside union select code from municipality union select code from neighbourhood
      union
      select territory.parent from found join directory_published.territory using (code) where territory.parent is not null
    )
    select coalesce(array_agg(code order by code), '{}') from found;
  end;

  -- The services whose areas hold the point: areas that are territories, and those with a geometry of their own.
  create function directory_published.serving_at(latitude double precision, longitude double precision) returns setof uuid
  language sql stable parallel safe
  begin atomic
    select service_id from directory_published.service_area where territory_code = any(directory_published.territories_at($1, $2))
    union
    select area.service_id from directory_published.service_area area
    where area.id in (
      select service_area_id from directory_published.ring
      where service_area_id is not null and around @> point($2, $1)
      group by service_area_id, part
      having bool_or(not hole and ring @> point($2, $1)) and not bool_or(hole and ring @> point($2, $1)));
  end;

  grant select on directory_published.service_area, directory_published.ring to fanal_app;
`;
