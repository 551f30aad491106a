import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { Loader } from '#libs/platform';
import type { GapAskers, GapDay, GapReason } from '#libs/schema';

/** Figures of fewer than this say who somebody is. */
const FEWEST = 5;

/** Requests by local day, of `id days`. */
@Injectable()
export class DaysOfGap extends Loader<string, GapDay[]> {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  of(gapId: string, days: number): Promise<GapDay[]> {
    return this.load(`${gapId} ${days}`).then(found => found ?? []);
  }

  protected async loadAll(keys: readonly string[]) {
    const asked = keys.map(key => key.split(' ')).map(([id, days]) => ({ id, days: Number(days) }));
    const rows = await this.db.query<{ key: string; days: GapDay[] }[]>(
      `select asked.id || ' ' || asked.days as key, jsonb_agg(jsonb_build_object('day', day::date, 'n', n) order by day) as days
       from jsonb_to_recordset($1::jsonb) as asked (id uuid, days int) cross join directory_published.region
         cross join lateral generate_series((($2::timestamptz at time zone time_zone)::date - (asked.days - 1))::timestamp,
           ($2::timestamptz at time zone time_zone)::date::timestamp, interval '1 day') day
         cross join lateral (
           select count(*)::int as n from needs.need
           where need.gap_id = asked.id and need.at >= day at time zone time_zone and need.at < (day + interval '1 day') at time zone time_zone) counted
       group by asked.id, asked.days`,
      [JSON.stringify(asked), this.clock.now()],
    );
    return new Map(rows.map(({ key, days }) => [key, days]));
  }
}

/** Why nobody could offer it, the commonest first. */
@Injectable()
export class ReasonsOfGap extends Loader<string, GapReason[]> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<{ id: string; reasons: GapReason[] }[]>(
      `select gap_id as id, jsonb_agg(jsonb_build_object('reason', unmet_reason, 'n', n) order by n desc, unmet_reason) as reasons
       from (select gap_id, unmet_reason, count(*)::int as n from needs.need where gap_id = any($1) group by 1, 2) counted group by 1`,
      [ids],
    );
    return new Map(rows.map(({ id, reasons }) => [id, reasons]));
  }
}

/** Who asks, in figures that name nobody. */
@Injectable()
export class AskersOfGap extends Loader<string, GapAskers> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<{ id: string; askers: GapAskers }[]>(
      `select gap_id as id, jsonb_build_object(
         'ages', coalesce(jsonb_agg(jsonb_build_object('ageGroup', said, 'n', n) order by n desc nulls last, said) filter (where what = 'age'), '[]'),
         'languages', coalesce(jsonb_agg(jsonb_build_object('language', said, 'n', n) order by n desc nulls last, said) filter (where what = 'language'), '[]')) as askers
       from (
         select gap_id, what, said, case when count(*) >= ${FEWEST} then count(*)::int end as n
         from needs.need join needs.contact on contact.id = need.contact_id
           cross join lateral (values ('age', contact.age_group), ('language', contact.language)) asked (what, said)
         where gap_id = any($1) group by 1, 2, 3) counted
       group by 1`,
      [ids],
    );
    return new Map(rows.map(({ id, askers }) => [id, askers]));
  }
}

/** How many counsellors flagged it. */
@Injectable()
export class FlaggersOfGap extends Loader<string, number> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<{ id: string; n: number }[]>(
      `select gap_id as id, count(distinct contact.recorded_by)::int as n
       from needs.need join needs.contact on contact.id = need.contact_id where gap_id = any($1) group by 1`,
      [ids],
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }
}
