import { Module } from '@nestjs/common';
import { CrisesModule } from '#libs/crises';
import { FinderModule } from '#libs/finder';
import { addWords } from '#libs/platform';
import { Audience } from './audience.query.ts';
import { CampaignBook } from './campaign-book.ts';
import { CampaignRequests } from './campaign-requests.query.ts';
import { CampaignChangedTopic } from './campaigns.live.ts';
import { Campaigns } from './campaigns.query.ts';
import { campaignResolvers } from './campaigns.resolver.ts';
import { ChangeCampaign } from './change-campaign.command.ts';
import { PlanCampaign } from './plan-campaign.command.ts';
import { PreviewCampaign } from './preview-campaign.query.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

const commands = [PlanCampaign, ChangeCampaign];
const reads = [Audience, CampaignRequests, Campaigns, PreviewCampaign];

@Module({
  imports: [CrisesModule, FinderModule],
  providers: [...commands, ...reads, CampaignBook, CampaignChangedTopic, ...campaignResolvers],
  exports: [...commands],
})
export class OutreachModule {}
