import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { OrganizationWeek } from '#libs/schema';

/** Figures of fewer than this say who somebody is. */
const FEWEST = 5;

type Week = Omit<OrganizationWeek, 'organization' | 'unmet'> & {
  readonly organizationId: string;
  readonly unmet: (Omit<OrganizationWeek['unmet'][number], 'territory'> & { readonly territoryCode: string })[];
};

/** What the 211 did for an organization this week. */
@Injectable()
export class WeekOfOrganization {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(actor: Actor, organizationId: string): Promise<Week | null> {
    const id = idFrom(organizationId);
    if (!id || !actor.may('load:read', { organizationId: id, territories: [] })) return null;
    const [row] = await this.prepared.query<Week>(weekSql, [id, this.clock.now()]);
    return row ?? null;
  }
}

const weekSql = `
  with own as (select id, categories, located_in from directory_published.service where organization_id = $1)
  select organization.id as "organizationId",
    (select count(*)::int from needs.reference join needs.need on need.id = reference.need_id join needs.contact on contact.id = need.contact_id
      where reference.service_id in (select id from own) and reference.at > $2::timestamptz - interval '7 days' and contact.kind <> 'TEST'
        and not exists (select from crises_published.crisis where crisis.id = contact.crisis_id and crisis.exercise)) as references,
    coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'kindName', jsonb_build_object('fr', name_fr, 'en', name_en), 'territoryCode', code, 'requests', n)
        order by n desc, kind, code)
      from (
        select kind.code as kind, kind.name_fr, kind.name_en, contact.neighbourhood as code, count(*)::int as n
        from needs.need join needs.contact on contact.id = need.contact_id join needs.kind on kind.code = need.kind
        where need.at > $2::timestamptz - interval '7 days' and need.outcome = 'UNMET' and contact.kind <> 'TEST'
          and contact.neighbourhood in (select unnest(located_in) from own) and need.category in (select unnest(categories) from own)
          and not exists (select from crises_published.crisis where crisis.id = contact.crisis_id and crisis.exercise)
        group by 1, 2, 3, 4 having count(*) >= ${FEWEST}
      ) told), '[]') as unmet
  from directory_published.organization where organization.id = $1`;
