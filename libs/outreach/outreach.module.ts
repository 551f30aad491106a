import { Module } from '@nestjs/common';
import { CrisesModule } from '#libs/crises';
import { DirectoryModule } from '#libs/directory';
import { FinderModule } from '#libs/finder';
import { IdentityModule } from '#libs/identity';
import { addWords } from '#libs/platform';
import { StatusModule } from '#libs/status';
import { answeringDoors, answeringParts } from './answering/answering.ts';
import { AnswerWhenStatusIsSaid } from './answer-when-status-is-said.reaction.ts';
import { Audience } from './audience.query.ts';
import { CampaignBook } from './campaign-book.ts';
import { CampaignFile } from './campaign-file.controller.ts';
import { CampaignRequests } from './campaign-requests.query.ts';
import { CampaignChangedTopic } from './campaigns.live.ts';
import { Campaigns } from './campaigns.query.ts';
import { callParts } from './calls.ts';
import { campaignResolvers } from './campaigns.resolver.ts';
import { ChangeCampaign } from './change-campaign.command.ts';
import { Answering } from './otherwise-answered.ts';
import { PlanCampaign } from './plan-campaign.command.ts';
import { PosterController } from './posters/poster.controller.ts';
import { posterParts } from './posters/posters.ts';
import { PreviewCampaign } from './preview-campaign.query.ts';
import { ruleParts } from './rules/rules.ts';
import { CancelCampaign } from './sending/cancel-campaign.command.ts';
import { CloseCampaign } from './sending/close-campaign.command.ts';
import { PauseCampaign } from './sending/pause-campaign.command.ts';
import { RemindCampaign } from './sending/remind-campaign.command.ts';
import { ResumeCampaign } from './sending/resume-campaign.command.ts';
import { RequestOutcomes } from './sending/request-outcomes.ts';
import { Running } from './sending/running.ts';
import { SendCampaign } from './sending/send-campaign.command.ts';
import { Sending } from './sending/sending.ts';
import { UpdateRequestText } from './sending/update-request.text.ts';
import { UpdateRequestMail } from './sending/update-request.mail.ts';
import { ToReachFile } from './to-reach-file.controller.ts';
import { AnswerController } from './page/answer.controller.ts';
import { AnswerPages } from './page/answer-pages.ts';
import { FormSeal } from './page/form-seal.ts';
import pageEn from './page/words.en.json' with { type: 'json' };
import pageFr from './page/words.fr.json' with { type: 'json' };
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });
addWords({ fr: pageFr, en: pageEn });

const commands = [PlanCampaign, ChangeCampaign, SendCampaign, PauseCampaign, ResumeCampaign, CancelCampaign, CloseCampaign, RemindCampaign];
const reads = [Audience, CampaignRequests, Campaigns, PreviewCampaign];

const sending = [Sending, RequestOutcomes, UpdateRequestMail, UpdateRequestText, Running, Answering, AnswerWhenStatusIsSaid];

@Module({
  imports: [CrisesModule, DirectoryModule, FinderModule, IdentityModule, StatusModule],
  controllers: [AnswerController, CampaignFile, PosterController, ToReachFile],
  providers: [
    ...[...commands, ...reads, CampaignBook, CampaignChangedTopic, ...campaignResolvers],
    ...sending,
    ...[...answeringParts, ...answeringDoors, AnswerPages, FormSeal],
    ...callParts,
    ...posterParts,
    ...ruleParts,
  ],
  exports: [...commands, Answering],
})
export class OutreachModule {}
