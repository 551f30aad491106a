import type {
  CrisisPhase,
  OutreachRuleKind,
  RuleToChangeFragment,
  ServiceFilter,
  SetOutreachRuleInput,
  Weekday,
} from '../../hub/gql/graphql.ts';
import { clockWords, type Spoken } from '../../ui/moment.ts';
import { type Beginnings, filterOf, type Letter, letterFrom, letterOf, saidOf } from './draft.ts';

/** A rule being written. */
export interface RuleDraft extends Letter {
  kind: OutreachRuleKind;
  byday: Weekday[];
  atTime: string;
  phases: CrisisPhase[];
  restHours: number;
  /** What its filter says besides, which has no field here. */
  besides: ServiceFilter;
}

export const weekdays: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
export const phases: readonly CrisisPhase[] = ['WATCH', 'ALERT', 'RESPONSE', 'RECOVERY'];
export const rests = [24, 72, 168, 336] as const;

export const blankRuleOf = (beginnings: Beginnings): RuleDraft => ({
  ...letterOf(beginnings),
  ...{ kind: 'WEEKLY', byday: ['MO'], atTime: '09:00', phases: ['RESPONSE'], restHours: 72, besides: {} },
});

export function ruleDraftFrom(rule: RuleToChangeFragment): RuleDraft {
  const { kind, byday, atTime, restHours, dueAfterHours } = rule;
  return {
    ...letterFrom(rule),
    ...{ kind, byday: [...byday], atTime: atTime.slice(0, 5), phases: [...rule.phases], restHours, dueHours: dueAfterHours },
    besides: besidesIn(rule.filter),
  };
}

function besidesIn({ text: _, territory: __, crisisId: ___, ...filter }: RuleToChangeFragment['filter']): ServiceFilter {
  const said = JSON.parse(JSON.stringify(filter), (key, value: unknown) =>
    key === '__typename' || value === null ? undefined : value,
  ) as ServiceFilter; // the same fields
  const { categories, states, toConfirm, ...rest } = said;
  return {
    ...rest,
    ...(categories && categories.length > 1 && { categories }),
    ...(states && !toConfirm && { states }),
  };
}

/** Categories chosen together stay together until another one is chosen. */
export function ruleFilterOf(draft: RuleDraft): ServiceFilter {
  const { categories, ...besides } = draft.besides;
  const { toConfirm, states, ...filter } = filterOf(draft);
  return {
    ...besides,
    ...filter,
    ...(categories && categories[0] === draft.category && { categories }),
    ...(draft.kind === 'WEEKLY' && toConfirm && { toConfirm, states: states! }),
  };
}

export function ruleInputOf(draft: RuleDraft, ruleId: string | null): SetOutreachRuleInput {
  const { kind, byday, atTime, phases, restHours, dueHours } = draft;
  return {
    ...saidOf(draft),
    ...{ ruleId, kind, byday, atTime, phases, restHours, dueAfterHours: dueHours },
    filter: ruleFilterOf(draft),
  };
}

/** « 9 h », “9 a.m.” of `09:00`. */
export function hourWords(atTime: string, language: Spoken): string {
  const [hour, minute] = atTime.split(':').map(Number);
  return clockWords(Date.UTC(2000, 0, 1, hour, minute), language, 'UTC');
}

/** « lundi et jeudi ». */
export const listed = (words: readonly string[], language: Spoken, type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(`${language}-CA`, { type }).format(words);
