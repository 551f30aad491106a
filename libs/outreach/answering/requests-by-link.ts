import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { grantsOf, LinkNotValid } from '#libs/identity';
import { Actor, Clock, type Language } from '#libs/kernel';
import { Links, Rate, type Transaction } from '#libs/platform';
import type { CampaignState } from '#libs/schema';
import { UPDATE_REQUEST } from '../sending/sending.ts';

/** A request, as who shows its link may use it. */
export interface RequestShown {
  readonly id: string;
  readonly campaignId: string;
  readonly campaignState: CampaignState;
  readonly organizationId: string;
  readonly language: Language;
  readonly answeredAt: Date | null;
  readonly declined: boolean;
  /** Its own, then those that it speaks for in this campaign. */
  readonly organizations: readonly string[];
  readonly actor: Actor;
}

interface Row extends Omit<RequestShown, 'organizations' | 'actor'> {
  readonly relayed: readonly string[];
}

/** The request that a link is for. A bad link is told nothing, and counts against who shows it. */
@Injectable()
export class RequestsByLink {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Links) private readonly links: Links,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** `address`: from where it is shown. */
  async by(token: string, address: string): Promise<RequestShown> {
    const shown = await this.find(token, address);
    if (!shown) throw new LinkNotValid('LINK_NOT_VALID', 'token');
    return shown;
  }

  async find(token: string, address: string): Promise<RequestShown | null> {
    await this.rate.link(address);
    const link = await this.links.shown(UPDATE_REQUEST, token);
    const request = link && !link.ended ? await this.load(link.subject) : null;
    if (!request) await this.rate.badLink(address);
    return request;
  }

  /** The request of a link that has expired too, if it was not revoked: to mail it a new one, and for nothing else. */
  async ofOld(token: string, address: string): Promise<string | null> {
    await this.rate.link(address);
    const link = await this.links.shown(UPDATE_REQUEST, token);
    if (!link || link.ended) await this.rate.badLink(address);
    return link?.subject ?? null;
  }

  /** Of one that was shown a moment ago; null once it has been revoked or has expired. */
  async load(id: string, by: Pick<DataSource, 'query'> = this.db): Promise<RequestShown | null> {
    const [row] = await by.query<Row[]>(requestSql, [id, this.clock.now()]);
    if (!row) return null;
    const { relayed, ...request } = row;
    const grants = grantsOf({ role: 'LINK', organizationId: row.organizationId });
    return { ...request, organizations: [row.organizationId, ...relayed], actor: new Actor({ id: `link:${id}`, grants }) };
  }

  /** Held against every other answer to it. */
  async hold(tx: Transaction, id: string): Promise<RequestShown> {
    await tx.manager.query('select from outreach.request where id = $1 for update', [id]);
    const request = await this.load(id, tx.manager);
    if (!request) throw new LinkNotValid('LINK_NOT_VALID', 'token');
    return request;
  }
}

const requestSql = `
  select request.id, campaign_id as "campaignId", campaign.state as "campaignState", organization_id as "organizationId", language,
    answered_at as "answeredAt", request.state = 'DECLINED' as declined,
    (select coalesce(array_agg(asked.organization_id order by asked.organization_id), '{}')
      from outreach.asked join directory_published.organization on organization.id = asked.organization_id
      where asked.request_id = request.id and asked.organization_id <> request.organization_id and not organization.confidential) as relayed
  from outreach.request join outreach.campaign on campaign.id = campaign_id
  where request.id = $1 and revoked_at is null and expires_at > $2`;
