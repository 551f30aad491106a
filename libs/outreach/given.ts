import { idFrom, type Language, type Localized } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { FactKind, PlanCampaignInput, ServiceFilter } from '#libs/schema';
import { InvalidCampaign } from './campaigns.refusals.ts';
import { neverSpeaks } from './quiet-hours.ts';

/** What a campaign and a rule both say, as their tables keep it. */
export interface Said {
  name_fr: string | null;
  name_en: string | null;
  subject_fr: string | null;
  subject_en: string | null;
  message_fr: string | null;
  message_en: string | null;
  filter: ServiceFilter;
  crisis_id: string | null;
  asks_capacity: boolean;
  question_fr: string | null;
  question_en: string | null;
  facts: readonly FactKind[];
  remind_after: readonly number[];
  quiet_from: string | null;
  quiet_to: string | null;
}

type Given = Omit<PlanCampaignInput, 'dueAt' | 'sendAt' | 'idempotencyKey'>;

export const LONGEST = { name: 200, subject: 150, message: 5_000, question: 500 };
const MOST_REMINDERS = 5;
const LAST_REMINDER = 720;
const DAY = 86_400_000;
const FARTHEST_DUE = 60 * DAY;

type Texts = Pick<Said, `${keyof typeof LONGEST}_${Language}`>;

/** A text in one of the languages at least. */
function both(field: keyof typeof LONGEST, text: Localized | null | undefined, needed: boolean): Partial<Texts> {
  const limit = LONGEST[field];
  const [fr = null, en = null] = (['fr', 'en'] as const).map(language => {
    const said = text?.[language]?.trim() || null;
    if (said && [...said].length > limit) throw new InvalidCampaign('CAMPAIGN_TEXT_TOO_LONG', `${field}.${language}`, { limit });
    return said;
  });
  if (needed && !fr && !en) throw new InvalidCampaign('CAMPAIGN_TEXT_MISSING', field);
  return { [`${field}_fr`]: fr, [`${field}_en`]: en };
}

/** `needed`: what cannot be sent without; a preview shows what there is. */
export function saidOf(given: Given, needed = true): Said {
  const { filter, crisisId, askCapacity, facts, quietFrom: quiet_from = null, quietTo: quiet_to = null } = given;
  const texts = (['name', 'subject', 'message', 'question'] as const).map(field =>
    both(field, given[field], needed && field !== 'question'),
  );
  if ((quiet_from === null) !== (quiet_to === null))
    throw new InvalidCampaign('CAMPAIGN_QUIET_HALF_SAID', quiet_to ? 'quietFrom' : 'quietTo');
  if (neverSpeaks(quiet_from, quiet_to)) throw new InvalidCampaign('CAMPAIGN_NEVER_SPEAKS', 'quietTo');
  return {
    ...(Object.assign({}, ...texts) as Texts), // each by its field
    filter: onlySaid(filter),
    crisis_id: crisisId ?? null,
    asks_capacity: askCapacity ?? true,
    facts: [...new Set(facts ?? [])].sort(),
    remind_after: remindersOf(given.remindAfterHours ?? []),
    quiet_from,
    quiet_to,
  };
}

function remindersOf(hours: readonly number[]): number[] {
  if (hours.length > MOST_REMINDERS) throw new InvalidCampaign('CAMPAIGN_REMINDERS_TOO_MANY', 'remindAfterHours', { most: MOST_REMINDERS });
  for (const [at, each] of hours.entries())
    if (each < 1 || each > LAST_REMINDER)
      throw new InvalidCampaign('CAMPAIGN_REMINDER_OUT_OF_RANGE', `remindAfterHours.${at}`, { most: LAST_REMINDER });
  return [...new Set(hours)].sort((a, b) => a - b);
}

/** Two filters that ask the same are written the same. */
function onlySaid(filter: ServiceFilter): ServiceFilter {
  const said = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1))) as ServiceFilter; // the same fields
}

export function demandDue(dueAt: Date, now: Date): void {
  if (dueAt <= now) throw new InvalidCampaign('CAMPAIGN_DUE_IS_PAST', 'dueAt');
  if (+dueAt > +now + FARTHEST_DUE) throw new InvalidCampaign('CAMPAIGN_DUE_TOO_FAR', 'dueAt', { days: FARTHEST_DUE / DAY });
}

export function demandSendAt(field: string, sendAt: Date, dueAt: Date, now: Date): void {
  if (+sendAt < +now - 60_000) throw new InvalidCampaign('CAMPAIGN_SENDS_IN_THE_PAST', field);
  if (sendAt >= dueAt) throw new InvalidCampaign('CAMPAIGN_SENDS_AFTER_DUE', field);
}

/** One that runs for true: nothing of an exercise leaves the hub. */
export async function knownCrisis(tx: Transaction, crisisId: string | null): Promise<string | null> {
  if (crisisId === null) return null;
  const [found] = await tx.manager.query<{ id: string; exercise: boolean }[]>(
    'select id, exercise from crises_published.crisis where id = $1',
    [idFrom(crisisId)],
  );
  if (!found) throw new InvalidCampaign('CAMPAIGN_CRISIS_NOT_FOUND', 'crisisId');
  if (found.exercise) throw new InvalidCampaign('CAMPAIGN_IN_EXERCISE', 'crisisId');
  return found.id;
}
