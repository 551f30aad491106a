import type { FactKind, LocalizedTextInput, PlanCampaignInput, ServiceFilter } from '../../hub/gql/graphql.ts';
import { instantOfFields } from '../../ui/day-hour.ts';

const HOUR = 3_600_000;

/** Whom it asks and what, whether once or again and again. */
export interface Letter {
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
}

/** A campaign being written. */
export interface Draft extends Letter {
  later: boolean;
  day: string;
  hour: string;
}

export const dues = [4, 12, 24, 48, 168] as const;
export const reminders = [2, 12, 24, 48] as const;
export const factKinds: readonly FactKind[] = ['HOURS', 'PHONE', 'ADDRESS'];

export type Beginnings = Pick<Letter, 'subject' | 'message'>;

/** Where it begins: a letter that can be sent as it is. */
export const letterOf = (beginnings: Beginnings): Letter => ({
  ...{ text: '', category: '', territory: '', crisis: '', toConfirm: false },
  name: { fr: '', en: '' },
  ...beginnings,
  question: { fr: '', en: '' },
  ...{ askCapacity: true, facts: [], dueHours: 24, remind: [12], quiet: true, quietFrom: '21:00', quietTo: '07:00' },
});
export const blankOf = (beginnings: Beginnings): Draft => ({ ...letterOf(beginnings), later: false, day: '', hour: '08:00' });

export const filterOf = ({ text, category, territory, crisis, toConfirm }: Letter): ServiceFilter => ({
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

/** What of it the hub is told, whenever it leaves. */
export function saidOf(letter: Letter) {
  const { name, subject, message, question, askCapacity, facts, dueHours, remind, quiet, quietFrom, quietTo, crisis } = letter;
  return {
    name: said(isSaid(name) ? name : subject),
    subject: said(subject),
    message: said(message),
    filter: filterOf(letter),
    crisisId: crisis || null,
    askCapacity,
    question: isSaid(question) ? said(question) : null,
    facts,
    remindAfterHours: remind.filter(hours => hours < dueHours),
    quietFrom: quiet ? quietFrom : null,
    quietTo: quiet ? quietTo : null,
  };
}

export function inputOf(draft: Draft, now: number, zone: string): PlanCampaignInput {
  const from = leavesAt(draft, zone) ?? now;
  return { ...saidOf(draft), dueAt: new Date(from + draft.dueHours * HOUR).toISOString() };
}

/** A campaign or a rule as the hub tells it. */
interface Told {
  name: LocalizedTextInput;
  subject: LocalizedTextInput;
  message: LocalizedTextInput;
  question: LocalizedTextInput | null;
  askCapacity: boolean;
  facts: readonly FactKind[];
  remindAfterHours: readonly number[];
  quietFrom: string | null;
  quietTo: string | null;
  filter: Pick<ServiceFilter, 'text' | 'categories' | 'territory' | 'crisisId' | 'toConfirm'>;
}

const words = ({ fr, en }: LocalizedTextInput): LocalizedTextInput => ({ fr: fr ?? '', en: en ?? '' });

export const letterFrom = ({ filter, name, subject, message, question, ...rest }: Told): Omit<Letter, 'dueHours'> => ({
  ...{ name: words(name), subject: words(subject), message: words(message), question: words(question ?? {}) },
  ...{ askCapacity: rest.askCapacity, facts: [...rest.facts], remind: [...rest.remindAfterHours] },
  ...{ quiet: Boolean(rest.quietFrom), quietFrom: rest.quietFrom?.slice(0, 5) ?? '21:00', quietTo: rest.quietTo?.slice(0, 5) ?? '07:00' },
  ...{ text: filter.text ?? '', category: filter.categories?.[0] ?? '', territory: filter.territory ?? '', crisis: filter.crisisId ?? '' },
  toConfirm: filter.toConfirm ?? false,
});
