export { OutreachModule } from './outreach.module.ts';
export { PlanCampaign } from './plan-campaign.command.ts';
export { Running } from './sending/running.ts';
export { SendCampaign } from './sending/send-campaign.command.ts';
export { StandingRules } from './rules/standing-rules.ts';
