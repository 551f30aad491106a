import { Inject } from '@nestjs/common';
import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Crises } from '#libs/crises';
import { fieldsAsked } from '#libs/finder';
import type { Actor } from '#libs/kernel';
import { CurrentActor } from '#libs/platform';
import type { EndOutreachRuleInput, SetOutreachRuleInput } from '#libs/schema';
import { Campaigns } from '../campaigns.query.ts';
import { EndOutreachRule } from './end-outreach-rule.command.ts';
import { OutreachRules, type RuleRow } from './rules.query.ts';
import { SetOutreachRule } from './set-outreach-rule.command.ts';

@Resolver()
class RulesResolver {
  constructor(
    @Inject(OutreachRules) private readonly read: OutreachRules,
    @Inject(SetOutreachRule) private readonly set: SetOutreachRule,
    @Inject(EndOutreachRule) private readonly end: EndOutreachRule,
  ) {}

  @Query()
  outreachRules() {
    return this.read.all();
  }

  @Mutation()
  setOutreachRule(@CurrentActor() actor: Actor, @Args('input') input: SetOutreachRuleInput) {
    return this.set.run(actor, input);
  }

  @Mutation()
  endOutreachRule(@CurrentActor() actor: Actor, @Args('input') input: EndOutreachRuleInput) {
    return this.end.run(actor, input);
  }
}

@Resolver('OutreachRule')
class RuleResolver {
  constructor(
    @Inject(Crises) private readonly crises: Crises,
    @Inject(Campaigns) private readonly campaigns: Campaigns,
  ) {}

  @ResolveField()
  crisis(@CurrentActor() actor: Actor, @Parent() { crisisId }: RuleRow) {
    return crisisId ? this.crises.one(actor, crisisId) : null;
  }

  @ResolveField()
  lastCampaign(@Parent() { lastCampaignId }: RuleRow, @Info() info: GraphQLResolveInfo) {
    return lastCampaignId ? this.campaigns.one(lastCampaignId, fieldsAsked(info)) : null;
  }
}

@Resolver('OutreachRuleSet')
class OutreachRuleSetResolver {
  constructor(@Inject(OutreachRules) private readonly read: OutreachRules) {}

  @ResolveField()
  rule(@Parent() { ruleId }: { ruleId: string }) {
    return this.read.one(ruleId);
  }
}

export const ruleDoors = [RulesResolver, RuleResolver, OutreachRuleSetResolver];
