import type { FactKind, LocalizedTextInput, PlanCampaignInput, ServiceFilter } from '../../hub/gql/graphql.ts';
import { instantOfFields } from '../../ui/day-hour.ts';

const HOUR = 3_600_000;

/** A campaign being written. */
export interface Draft {
  text: string;
  category: string;
  territory: string;
  crisis: string;
  toConfirm: boolean;
  name: LocalizedTextInput;
  subject: LocalizedTextInput;
  message: LocalizedTextInput;
  question: LocalizedTextInput;
  askCapacity: boolean;
  facts: FactKind[];
  dueHours: number;
  remind: number[];
  quiet: boolean;
  quietFrom: string;
  quietTo: string;
  later: boolean;
  day: string;
  hour: string;
}

export const dues = [4, 12, 24, 48, 168] as const;
export const reminders = [2, 12, 24, 48] as const;
export const factKinds: readonly FactKind[] = ['HOURS', 'PHONE', 'ADDRESS'];

/** Where it begins: a letter that can be sent as it is. */
export const blankOf = (beginnings: Pick<Draft, 'subject' | 'message'>): Draft => ({
  ...{ text: '', category: '', territory: '', crisis: '', toConfirm: false },
  name: { fr: '', en: '' },
  ...beginnings,
  question: { fr: '', en: '' },
  ...{ askCapacity: true, facts: [], dueHours: 24, remind: [12], quiet: true, quietFrom: '21:00', quietTo: '07:00' },
  ...{ later: false, day: '', hour: '08:00' },
});

export const filterOf = ({ text, category, territory, crisis, toConfirm }: Draft): ServiceFilter => ({
  ...(text.trim() && { text: text.trim() }),
  ...(category && { categories: [category] }),
  ...(territory && { territory }),
  ...(crisis && { crisisId: crisis }),
  ...(toConfirm && { toConfirm: true, states: ['UNKNOWN' as const] }),
});

const said = ({ fr, en }: LocalizedTextInput): LocalizedTextInput => ({
  ...(fr?.trim() && { fr: fr.trim() }),
  ...(en?.trim() && { en: en.trim() }),
});
export const isSaid = (text: LocalizedTextInput): boolean => Object.keys(said(text)).length > 0;

/** When it leaves, where that is later; null for now, or for no instant. */
export const leavesAt = ({ later, day, hour }: Draft, zone: string): number | null => (later ? instantOfFields(day, hour, zone) : null);

export function inputOf(draft: Draft, now: number, zone: string): PlanCampaignInput {
  const { name, subject, message, question, askCapacity, facts, dueHours, remind, quiet, quietFrom, quietTo, crisis } = draft;
  const from = leavesAt(draft, zone) ?? now;
  return {
    name: said(isSaid(name) ? name : subject),
    subject: said(subject),
    message: said(message),
    filter: filterOf(draft),
    crisisId: crisis || null,
    askCapacity,
    question: isSaid(question) ? said(question) : null,
    facts,
    dueAt: new Date(from + dueHours * HOUR).toISOString(),
    remindAfterHours: remind.filter(hours => hours < dueHours),
    quietFrom: quiet ? quietFrom : null,
    quietTo: quiet ? quietTo : null,
  };
}
