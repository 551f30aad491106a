import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { CouldReason } from '#libs/schema';
import type { GapRow } from './gaps.query.ts';

const MOST = 20;

/** Services that could answer a gap: of its category, serving where it is, with what speaks for each. */
@Injectable()
export class ServicesThatCould {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  answer({ id, territoryCode }: GapRow): Promise<{ serviceId: string; why: CouldReason[] }[]> {
    return this.prepared.query<{ serviceId: string; why: CouldReason[] }>(sql, [id, territoryCode, this.clock.now(), MOST]);
  }
}

/** The categories that its needs were recorded under; the languages, those that a fifth of them were asked in. */
const sql = `
  with asked as (
    select array_agg(distinct need.category) as categories,
      array(select split_part(contact.language, '-', 1) from needs.need one join needs.contact on contact.id = one.contact_id
        where one.gap_id = $1 group by 1 having count(*) * 5 >= (select count(*) from needs.need where gap_id = $1)) as languages
    from needs.need where need.gap_id = $1
  ), could as (
    select service.id, service.located_in @> array[$2::text] as there, coalesce(standing.state, 'UNKNOWN') as state, coalesce(standing.stale, true) as stale,
      (held.answer -> 'capacity' ->> 'available')::int as available, service.languages && (select languages from asked) as speaks
    from directory_published.service
      left join status_published.standing_at($3) standing on standing.service_id = service.id
      left join status_published.status_at($3) held on held.service_id = service.id and held.location_id is null
    where service.categories && (select categories from asked) and service.territories @> array[$2::text] and not service.confidential
      and coalesce(standing.state, 'UNKNOWN') <> 'CLOSED'
  )
  select id as "serviceId", array_remove(array[
      'SERVES_TERRITORY',
      case when there then 'LOCATED_THERE' end,
      case when state in ('OPEN', 'LIMITED', 'RELOCATED') and not stale then 'TAKES_PEOPLE_NOW' end,
      case when available > 0 then 'HAS_ROOM' end,
      case when stale or state = 'UNKNOWN' then 'TO_BE_CONFIRMED' end,
      case when speaks then 'SPEAKS_LANGUAGE' end], null) as why
  from could
  order by state in ('FULL', 'SUSPENDED'), state not in ('OPEN', 'LIMITED', 'RELOCATED') or stale, coalesce(available, 1) = 0, not there, not speaks, id
  limit $4`;
