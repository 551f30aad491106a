import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { LiveTopic, type Logged, type Topic } from '#libs/platform';
import { CampaignChangedEvent, type CampaignMoved } from './campaigns.events.ts';
import { may } from './campaigns.policies.ts';

type Asked = { campaignId?: string | null };

/** A campaign's figures, as they come in. */
@LiveTopic('campaignChanged')
@Injectable()
export class CampaignChangedTopic implements Topic<CampaignMoved, Asked> {
  readonly kinds = [CampaignChangedEvent];

  passes({ payload }: Logged<CampaignMoved>, { campaignId }: Asked, scope: Actor): boolean {
    return may(scope).readCampaigns() && (campaignId == null || campaignId.toLowerCase() === payload.campaignId);
  }

  say({ position, occurredAt, payload: { campaignId } }: Logged<CampaignMoved>) {
    return { position, occurredAt, campaignId };
  }
}
