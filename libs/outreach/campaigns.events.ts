import { defineEvent } from '#libs/platform';
import type { CampaignState } from '#libs/schema';
import { may } from './campaigns.policies.ts';

/** Something of a campaign is otherwise than it was: said once for many requests, and of none of them in particular. */
export interface CampaignMoved {
  v: 1;
  campaignId: string;
  state: CampaignState;
}

export const CampaignChangedEvent = defineEvent<CampaignMoved>('campaign-changed', (_, actor) => may(actor).readCampaigns());
