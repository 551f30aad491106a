import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { QueryDemandAndSupplyArgs } from '#libs/schema';
import { may } from '../needs.policies.ts';

/** By former town: what is asked for and not found, beside what is offered there now. */
@Injectable()
export class DemandAndSupply {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  read(actor: Actor, { kind, crisisId }: QueryDemandAndSupplyArgs): Promise<{ territoryCode: string; requests: number; supply: number }[]> {
    const crisis = crisisId == null ? null : (idFrom(crisisId) ?? '00000000-0000-0000-0000-000000000000');
    return this.prepared.query(sql, [kind, crisis, may(actor).seeExercises(), this.clock.now()]);
  }
}

const sql = `
  with flagged as (
    select contact.neighbourhood as code, count(*)::int as n, array_agg(distinct need.category) as categories
    from needs.gap join needs.need on need.gap_id = gap.id join needs.contact on contact.id = need.contact_id
      left join crises_published.crisis on crisis.id = gap.crisis_id
    where gap.kind = $1 and gap.state <> 'CLOSED' and ($2::uuid is null or gap.crisis_id = $2) and (not coalesce(crisis.exercise, false) or $3)
    group by 1
  ), asked as (
    select array(select distinct unnest(categories) from flagged) || coalesce((select array[category] from needs.kind where code = $1 and category is not null), '{}') as categories
  )
  select territory.code as "territoryCode", coalesce((select n from flagged where flagged.code = territory.code), 0) as requests,
    (select count(*)::int from directory_published.service join status_published.standing_at($4) standing on standing.service_id = service.id
      where service.territories @> array[territory.code] and service.categories && (select categories from asked) and not service.confidential
        and standing.state in ('OPEN', 'LIMITED', 'RELOCATED') and not standing.stale) as supply
  from directory_published.territory where kind = 'NEIGHBOURHOOD' order by requests desc, territory.code`;
