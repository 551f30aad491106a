import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What status publishes for those who read many at once. Two of these were first written for the finder: from here on they are status’s. */
export class StatusPublished1795564805004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [standing, places, changes]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('The two as they were are in 1795564803001-finder-situation.');
  }
}

/** How each service stands as a whole. */
const standing = `
  create or replace function status_published.standing_at(moment timestamptz)
  returns table (service_id uuid, state text, stale boolean, stale_at timestamptz, contradicted boolean) language sql stable parallel safe
  begin atomic
    select held.service_id, coalesce(word.state, 'UNKNOWN'), word.id is not null and held.stale_at <= moment, held.stale_at, held.contradicted
    from status.word_at(moment) held left join status.report word on word.id = held.report_id
    where held.location_id is null;
  end`;

/** How each place stands on which a word of its own holds. */
const places = `
  create function status_published.place_at(moment timestamptz)
  returns table (service_id uuid, location_id uuid, state text, stale boolean)
  language sql stable parallel safe
  begin atomic
    select own.service_id, own.location_id, own.state, held.stale_at <= moment
    from status.place_word_at(moment) own
      join status.word_at(moment) held on held.service_id = own.service_id and held.location_id = own.location_id;
  end;
  grant execute on function status_published.place_at(timestamptz) to fanal_app;
`;

/** How a service stood before each change of its status, and after; whether it was hidden then. */
const changes = `
  create or replace view status_published.change as
    select position, occurred_at, kind, subject as service_id, (payload ->> 'locationId')::uuid as location_id, (payload ->> 'reportId')::uuid as report_id,
      payload -> 'before' -> 'status' as before, payload -> 'after' -> 'status' as after,
      payload -> 'before' -> 'place' as place_before, payload -> 'after' -> 'place' as place_after,
      (payload -> 'after' ->> 'confidential')::boolean as confidential
    from platform.event where kind in ('service-status-reported', 'service-status-confirmed', 'service-status-turned')`;
