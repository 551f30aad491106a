/** The next reminder of a request that was sent at `sentAt`, if one is to come before the campaign's end. */
export const nextReminder = (sentAt: string, now: string): string => `(
  select min(${sentAt} + make_interval(hours => hours)) from unnest(campaign.remind_after) hours
  where ${sentAt} + make_interval(hours => hours) > ${now} and ${sentAt} + make_interval(hours => hours) < campaign.due_at)`;
