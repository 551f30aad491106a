import { Inject } from '@nestjs/common';
import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Crises } from '#libs/crises';
import { fieldsAsked } from '#libs/finder';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type {
  CampaignRequestsArgs,
  CampaignStepInput,
  ChangeCampaignInput,
  PlanCampaignInput,
  QueryCampaignArgs,
  QueryCampaignAudienceArgs,
  QueryCampaignsArgs,
  QueryPreviewCampaignArgs,
  SendCampaignInput,
} from '#libs/schema';
import { Audience } from './audience.query.ts';
import { CampaignRequests } from './campaign-requests.query.ts';
import { may } from './campaigns.policies.ts';
import { type CampaignRow, Campaigns } from './campaigns.query.ts';
import { ChangeCampaign } from './change-campaign.command.ts';
import { PlanCampaign } from './plan-campaign.command.ts';
import { PreviewCampaign } from './preview-campaign.query.ts';
import { CancelCampaign } from './sending/cancel-campaign.command.ts';
import { CloseCampaign } from './sending/close-campaign.command.ts';
import { PauseCampaign } from './sending/pause-campaign.command.ts';
import { RemindCampaign } from './sending/remind-campaign.command.ts';
import { ResumeCampaign } from './sending/resume-campaign.command.ts';
import { SendCampaign } from './sending/send-campaign.command.ts';

@Resolver()
class CampaignsResolver {
  constructor(
    @Inject(Campaigns) private readonly read: Campaigns,
    @Inject(Audience) private readonly audience: Audience,
    @Inject(PreviewCampaign) private readonly preview: PreviewCampaign,
    @Inject(PlanCampaign) private readonly plan: PlanCampaign,
    @Inject(ChangeCampaign) private readonly change: ChangeCampaign,
    @Inject(SendCampaign) private readonly send: SendCampaign,
    @Inject(PauseCampaign) private readonly pause: PauseCampaign,
    @Inject(ResumeCampaign) private readonly resume: ResumeCampaign,
    @Inject(CancelCampaign) private readonly cancel: CancelCampaign,
    @Inject(CloseCampaign) private readonly close: CloseCampaign,
    @Inject(RemindCampaign) private readonly remind: RemindCampaign,
  ) {}

  @Query()
  campaigns(@Args() args: QueryCampaignsArgs, @Info() info: GraphQLResolveInfo) {
    return this.read.page(args, fieldsAsked(info, 'edges', 'node'));
  }

  @Query()
  campaign(@Args() { id }: QueryCampaignArgs, @Info() info: GraphQLResolveInfo) {
    return this.read.one(id, fieldsAsked(info));
  }

  @Query()
  campaignAudience(@CurrentActor() actor: Actor, @Args() { filter }: QueryCampaignAudienceArgs) {
    return this.audience.of(actor, filter);
  }

  @Query()
  previewCampaign(@CurrentActor() actor: Actor, @Args() args: QueryPreviewCampaignArgs) {
    return this.preview.run(actor, args);
  }

  @Mutation()
  planCampaign(@CurrentActor() actor: Actor, @Args('input') input: PlanCampaignInput) {
    return this.plan.run(actor, input);
  }

  @Mutation()
  changeCampaign(@CurrentActor() actor: Actor, @Args('input') input: ChangeCampaignInput) {
    return this.change.run(actor, input);
  }

  @Mutation()
  sendCampaign(@CurrentActor() actor: Actor, @Args('input') input: SendCampaignInput) {
    return this.send.run(actor, input);
  }

  @Mutation()
  pauseCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignStepInput) {
    return this.pause.run(actor, input);
  }

  @Mutation()
  resumeCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignStepInput) {
    return this.resume.run(actor, input);
  }

  @Mutation()
  cancelCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignStepInput) {
    return this.cancel.run(actor, input);
  }

  @Mutation()
  closeCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignStepInput) {
    return this.close.run(actor, input);
  }

  @Mutation()
  remindCampaign(@CurrentActor() actor: Actor, @Args('input') input: CampaignStepInput) {
    return this.remind.run(actor, input);
  }
}

@Resolver('Campaign')
class CampaignResolver {
  constructor(
    @Inject(Campaigns) private readonly read: Campaigns,
    @Inject(CampaignRequests) private readonly asked: CampaignRequests,
    @Inject(Crises) private readonly crises: Crises,
  ) {}

  @ResolveField()
  crisis(@CurrentActor() actor: Actor, @Parent() { crisisId }: CampaignRow) {
    return crisisId ? this.crises.one(actor, crisisId) : null;
  }

  @ResolveField()
  requests(@CurrentActor() actor: Actor, @Parent() { id }: CampaignRow, @Args() args: CampaignRequestsArgs) {
    return may(actor).readNames() ? this.asked.page(id, args) : null;
  }

  @ResolveField()
  previous(@Parent() { previousId }: CampaignRow, @Info() info: GraphQLResolveInfo) {
    return previousId ? this.read.one(previousId, fieldsAsked(info)) : null;
  }

  @ResolveField()
  comparison(@Parent() { id, previousId }: CampaignRow) {
    return previousId ? this.read.comparison(id) : null;
  }
}

/** What a command did is told by its campaign, as it stands now. */
class OfOneCampaign {
  constructor(@Inject(Campaigns) private readonly read: Campaigns) {}

  @ResolveField()
  campaign(@Parent() { campaignId }: { campaignId: string }, @Info() info: GraphQLResolveInfo) {
    return this.read.one(campaignId, fieldsAsked(info));
  }
}

@Resolver('CampaignPlanned')
class CampaignPlannedResolver extends OfOneCampaign {}

@Resolver('CampaignChanged')
class CampaignChangedResolver extends OfOneCampaign {}

@Resolver('CampaignStepDone')
class CampaignStepDoneResolver extends OfOneCampaign {}

@Resolver('CampaignChange')
class CampaignChangeResolver extends OfOneCampaign {}

export const campaignResolvers = [
  CampaignsResolver,
  CampaignResolver,
  CampaignPlannedResolver,
  CampaignChangedResolver,
  CampaignStepDoneResolver,
  CampaignChangeResolver,
];
