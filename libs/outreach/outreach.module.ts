import { Module } from '@nestjs/common';
import { CrisesModule } from '#libs/crises';
import { DirectoryModule } from '#libs/directory';
import { FinderModule } from '#libs/finder';
import { addWords } from '#libs/platform';
import { StatusModule } from '#libs/status';
import { answeringDoors, answeringParts } from './answering/answering.ts';
import { Audience } from './audience.query.ts';
import { CampaignBook } from './campaign-book.ts';
import { CampaignRequests } from './campaign-requests.query.ts';
import { CampaignChangedTopic } from './campaigns.live.ts';
import { Campaigns } from './campaigns.query.ts';
import { callParts } from './calls.ts';
import { campaignResolvers } from './campaigns.resolver.ts';
import { ChangeCampaign } from './change-campaign.command.ts';
import { PlanCampaign } from './plan-campaign.command.ts';
import { PreviewCampaign } from './preview-campaign.query.ts';
import { ToReachFile } from './to-reach-file.controller.ts';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

const commands = [PlanCampaign, ChangeCampaign];
const reads = [Audience, CampaignRequests, Campaigns, PreviewCampaign];

@Module({
  imports: [CrisesModule, DirectoryModule, FinderModule, StatusModule],
  controllers: [ToReachFile],
  providers: [
    ...[...commands, ...reads, CampaignBook, CampaignChangedTopic, ...campaignResolvers],
    ...[...answeringParts, ...answeringDoors],
    ...callParts,
  ],
  exports: [...commands],
})
export class OutreachModule {}
