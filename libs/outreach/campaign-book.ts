import { Inject, Injectable } from '@nestjs/common';
import { SelectServices } from '#libs/finder';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Texts, type Transaction } from '#libs/platform';
import type { CampaignState, ServiceFilter } from '#libs/schema';
import { askedOf } from './asking.ts';
import { CampaignChangedEvent } from './campaigns.events.ts';
import { CampaignNotFound, CampaignStepRefused, InvalidCampaign } from './campaigns.refusals.ts';
import type { Said } from './given.ts';
import type { QuietHours } from './quiet-hours.ts';

export interface Held extends Said {
  readonly id: string;
  readonly state: CampaignState;
  readonly rule_id: string | null;
  readonly due_at: Date;
  readonly send_at: Date | null;
  readonly sent_at: Date | null;
  readonly sees_confidential: boolean;
  /** What it has yet to send waits for the end of its quiet hours. */
  readonly quiet: boolean;
  readonly zone: string;
  readonly now: Date;
}

/** Answers that come late are taken for so long. */
export const GRACE_HOURS = 24;

/** A campaign as it stands, for the commands that change it. */
@Injectable()
export class CampaignBook {
  constructor(
    @Inject(SelectServices) private readonly select: SelectServices,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Held from now on against every other change of it. */
  async open(tx: Transaction, campaignId: string): Promise<Held> {
    const id = idFrom(campaignId);
    if (id) await tx.lock('outreach', id);
    const [found] = await tx.manager.query<Omit<Held, 'now'>[]>(
      `select campaign.*, to_char(quiet_from, 'HH24:MI') as quiet_from, to_char(quiet_to, 'HH24:MI') as quiet_to, region.time_zone as zone
       from outreach.campaign cross join directory_published.region where campaign.id = $1`,
      [id],
    );
    if (!found) throw new CampaignNotFound('CAMPAIGN_NOT_FOUND', 'campaignId');
    return { ...found, now: this.clock.now() };
  }

  quiet({ quiet_from: from, quiet_to: to, zone }: Pick<Held, 'quiet_from' | 'quiet_to' | 'zone'>): QuietHours {
    return { from, to, zone };
  }

  demandNotOver({ state }: Held): void {
    if (state === 'CLOSED' || state === 'CANCELLED') throw new CampaignStepRefused('CAMPAIGN_IS_OVER', 'campaignId');
  }

  /** Was sent, and is not over. */
  demandSent(held: Held): void {
    this.demandNotOver(held);
    if (held.sent_at === null) throw new CampaignStepRefused('CAMPAIGN_IS_NOT_SENT', 'campaignId');
  }

  async turn(tx: Transaction, held: Held, state: CampaignState, columns: Partial<Pick<Held, 'send_at' | 'sent_at'>> = {}): Promise<void> {
    const { send_at = held.send_at, sent_at = held.sent_at } = columns;
    const ended = state === 'CLOSED' || state === 'CANCELLED' ? held.now : null;
    await tx.manager.query('update outreach.campaign set state = $2, send_at = $3, sent_at = $4, ended_at = $5 where id = $1', [
      held.id,
      state,
      send_at,
      sent_at,
      ended,
    ]);
    this.tell(tx, held.id, state);
  }

  tell(tx: Transaction, campaignId: string, state: CampaignState): void {
    tx.announce(CampaignChangedEvent.of(campaignId, { v: 1, campaignId, state }));
  }

  /** Writes down whom it asks, in place of whom it asked: one statement, however many. `restedSince`: not who was asked since. */
  async ask(
    tx: Transaction,
    actor: Actor,
    { id, filter, due_at }: Pick<Held, 'id' | 'filter' | 'due_at'>,
    restedSince: Date | null = null,
  ): Promise<void> {
    const { text, values } = await this.select.statement(actor, filter);
    const [campaign, expires, since] = [
      `$${values.length + 1}::uuid`,
      `$${values.length + 2}::timestamptz`,
      `$${values.length + 3}::timestamptz`,
    ];
    await tx.manager.query('delete from outreach.asked where campaign_id = $1', [id]);
    await tx.manager.query('delete from outreach.request where campaign_id = $1', [id]);
    const [row] = await tx.manager.query<[{ n: number }]>(
      `with ${askedOf(text, { texts: this.texts.on, restedSince: since })}, ${written(campaign, expires)} select count(*)::int as n from asked`,
      [...values, id, new Date(+due_at + GRACE_HOURS * 3_600_000), restedSince],
    );
    if (row.n === 0) throw new InvalidCampaign('CAMPAIGN_ASKS_NOBODY', 'filter');
  }

  /** Whether there is anybody. */
  async asksSomebody(tx: Transaction, actor: Actor, filter: ServiceFilter, restedSince: Date): Promise<boolean> {
    const { text, values } = await this.select.statement(actor, filter);
    const [row] = await tx.manager.query<[{ some: boolean }]>(
      `with ${askedOf(text, { texts: this.texts.on, restedSince: `$${values.length + 1}::timestamptz` })} select exists (select from chosen) as some`,
      [...values, restedSince],
    );
    return row.some;
  }
}

const written = (campaign: string, expires: string): string => `
  request as (
    insert into outreach.request (id, campaign_id, organization_id, contact_id, by_text, language, expires_at)
    select uuidv7(), ${campaign}, organization_id, contact_id, by_text, language, ${expires} from written returning id, organization_id
  ), asked as (
    insert into outreach.asked (campaign_id, organization_id, request_id, services)
    select ${campaign}, asking.organization_id, request.id, asking.services
    from asking left join request on request.organization_id = asking.through returning 1
  )`;
