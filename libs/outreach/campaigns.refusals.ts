import { Refusal } from '#libs/kernel';

export class CampaignNotFound extends Refusal<'CAMPAIGN_NOT_FOUND'> {}

/** What was written in a field cannot be sent. */
export class InvalidCampaign extends Refusal<
  | 'CAMPAIGN_TEXT_MISSING'
  | 'CAMPAIGN_TEXT_TOO_LONG'
  | 'CAMPAIGN_DUE_IS_PAST'
  | 'CAMPAIGN_DUE_TOO_FAR'
  | 'CAMPAIGN_SENDS_AFTER_DUE'
  | 'CAMPAIGN_SENDS_IN_THE_PAST'
  | 'CAMPAIGN_REMINDERS_TOO_MANY'
  | 'CAMPAIGN_REMINDER_OUT_OF_RANGE'
  | 'CAMPAIGN_QUIET_HALF_SAID'
  | 'CAMPAIGN_NEVER_SPEAKS'
  | 'CAMPAIGN_ASKS_NOBODY'
  | 'CAMPAIGN_CRISIS_NOT_FOUND'
  | 'CAMPAIGN_IN_EXERCISE'
  | 'RULE_DAYS_MISSING'
  | 'RULE_HOURS_OUT_OF_RANGE'
> {}

/** What is asked does not follow from where the campaign stands. */
export class CampaignStepRefused extends Refusal<
  | 'CAMPAIGN_IS_OVER'
  | 'CAMPAIGN_IS_SENT'
  | 'CAMPAIGN_IS_NOT_SENT'
  | 'CAMPAIGN_IS_NOT_PAUSED'
  | 'CAMPAIGN_IS_PAUSED'
  | 'CAMPAIGN_NOBODY_TO_REMIND'
> {}
