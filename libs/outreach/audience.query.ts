import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SelectServices } from '#libs/finder';
import type { Actor } from '#libs/kernel';
import { Texts } from '#libs/platform';
import type { CampaignAudience, ServiceFilter } from '#libs/schema';
import { askedOf } from './asking.ts';
import { may } from './campaigns.policies.ts';

/** `campaignAudience`: whom a campaign would ask, counted. */
@Injectable()
export class Audience {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(SelectServices) private readonly select: SelectServices,
    @Inject(Texts) private readonly texts: Texts,
  ) {}

  async of(actor: Actor, filter: ServiceFilter): Promise<CampaignAudience> {
    const { text, values } = await this.select.statement(actor, filter);
    const [row] = await this.db.query<[{ answer: CampaignAudience }]>(`with ${askedOf(text, { texts: this.texts.on })} ${counted}`, [
      ...values,
    ]);
    return may(actor).readNames() ? row.answer : { ...row.answer, unreachable: null };
  }

  /** The first of the audience by name, or this one of it; null where it is nobody. */
  async one(actor: Actor, filter: ServiceFilter, organizationId: string | null): Promise<Asked | null> {
    const { text, values } = await this.select.statement(actor, filter);
    const [found] = await this.db.query<Asked[]>(
      `with ${askedOf(text, { texts: this.texts.on })}
       select asking.through, array_agg(asking.organization_id order by asking.organization_id) as organizations, written.language,
         jsonb_object_agg(asking.organization_id, asking.services) as services
       from asking join directory_published.organization on organization.id = asking.through
         left join written on written.organization_id = asking.through
       where asking.through is not null and ($${values.length + 1}::uuid is null or asking.through = (
         select through from asking where organization_id = $${values.length + 1} union all
         select organization_id from written where organization_id = $${values.length + 1} limit 1))
       group by asking.through, written.language, organization.sort_name order by organization.sort_name, asking.through limit 1`,
      [...values, organizationId],
    );
    return found ?? null;
  }
}

/** Who is written to, and for whom. */
export interface Asked {
  through: string;
  organizations: string[];
  services: Record<string, string[]>;
  language: 'fr' | 'en';
}

const counted = `
  select jsonb_build_object(
    'organizations', (select count(*) from asking), 'services', (select count(*) from selected), 'requests', (select count(*) from written),
    'withoutAddress', (select count(*) from asking where through is null),
    'reachableByRelay', (select count(*) from asking where by_relay),
    'byChannel', coalesce((select jsonb_agg(jsonb_build_object('channel', preferred_channel, 'n', n) order by n desc, preferred_channel)
      from (select preferred_channel, count(*) as n from asking group by 1) channel), '[]'),
    'byLanguage', coalesce((select jsonb_agg(jsonb_build_object('language', language, 'n', n) order by language desc)
      from (select language, count(*) as n from written group by 1) said), '[]'),
    'unreachable', coalesce((select jsonb_agg(node order by sort_name, id) from (
      select organization.sort_name, organization.id, jsonb_build_object('id', organization.id, 'kind', organization.kind,
        'name', jsonb_build_object('fr', organization.name_fr, 'en', organization.name_en)) as node
      from asking join directory_published.organization on organization.id = asking.organization_id
      where asking.through is null order by 1, 2 limit 200) unreachable), '[]')
  ) as answer`;
