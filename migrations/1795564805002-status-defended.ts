import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What no command does, the database refuses too. */
export class StatusDefended1795564805002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ofOneSubject, capacities, placesOfTheService, toldInTheLog]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup to go back before the database defended these.');
  }
}

/** What is kept of a service, or of a place, names reports on it; what was kept once is never taken away. */
const subject = 'add column subject uuid generated always as (coalesce(location_id, service_id)) stored';
const ofOneSubject = `
  alter table status.report ${subject}, add unique (id, service_id, subject);
  ${['current', 'planned']
    .map(
      table =>
        `alter table status.${table} ${subject}, add foreign key (report_id, service_id, subject) references status.report (id, service_id, subject);`,
    )
    .join('\n  ')}
  revoke delete on status.current from fanal_app;
`;

const capacities = `
  alter table status.report add constraint capacity_is_a_count check (case
    when capacity is null then true
    when jsonb_typeof(capacity -> 'available') is distinct from 'number' or jsonb_typeof(capacity -> 'asOf') is distinct from 'string'
      or jsonb_typeof(capacity -> 'unit') is distinct from 'object' then false
    when coalesce(jsonb_typeof(capacity -> 'total'), 'null') not in ('number', 'null') then false
    else (capacity ->> 'available')::numeric between 0 and coalesce((capacity ->> 'total')::numeric, 'Infinity') end);
`;

/** No foreign key: the place may leave the service later, and what was said of it stays. Asked once of all that a statement says. */
const placesOfTheService = `
  create function status.demand_places() returns trigger language plpgsql as $$
  begin
    if exists (select from said where location_id is not null
        and not exists (select from directory_published.location place where place.service_id = said.service_id and place.id = said.location_id)) then
      raise exception 'the service has no such place' using errcode = 'foreign_key_violation';
    end if;
    return null;
  end $$;
  create trigger report_is_on_a_place_of_the_service after insert on status.report referencing new table as said
    for each statement execute function status.demand_places();
`;

/** No foreign key: the log may be shortened one day, reports are kept. */
const toldInTheLog = `
  create function status.demand_event() returns trigger language plpgsql as $$
  begin
    if not exists (select from platform.event where position = new.position and subject = new.service_id) then
      raise exception 'nothing was announced at the position of the report' using errcode = 'foreign_key_violation';
    end if;
    return null;
  end $$;
  create constraint trigger report_is_told after insert on status.report deferrable initially deferred
    for each row execute function status.demand_event();
`;
