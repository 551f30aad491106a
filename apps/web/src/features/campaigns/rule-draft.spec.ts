import { expect, test } from '@jest/globals';
import type { RuleToChangeFragment } from '../../hub/gql/graphql.ts';
import { blankRuleOf, hourWords, listed, ruleDraftFrom, ruleInputOf } from './rule-draft.ts';

const blank = blankRuleOf({ subject: { fr: 'Êtes-vous ouverts?' }, message: { fr: 'Dites-le.' } });
const told = (filter: object) =>
  ({
    ...{ id: 'r1', kind: 'WEEKLY', byday: ['MO'], atTime: '09:00:00', phases: [], dueAfterHours: 36, restHours: 72 },
    ...{ askCapacity: true, facts: [], remindAfterHours: [6], quietFrom: null, quietTo: null, question: null },
    ...{ name: { fr: 'Lundi', en: null }, subject: { fr: 'Objet', en: null }, message: { fr: 'Mot', en: null } },
    filter: { text: null, categories: null, territory: null, states: null, toConfirm: null, openAt: null, ...filter },
  }) as unknown as RuleToChangeFragment; // its type names are not read
const again = (filter: object) => ruleInputOf(ruleDraftFrom(told(filter)), 'r1');

test('it begins as every Monday at nine, while an event is in its response', () => {
  expect(ruleInputOf(blank, null)).toMatchObject({
    kind: 'WEEKLY',
    byday: ['MO'],
    atTime: '09:00',
    phases: ['RESPONSE'],
    restHours: 72,
    filter: {},
  });
});

test('what asks whoever has turned stale does not say so twice', () => {
  expect(ruleInputOf({ ...blank, kind: 'STALE', toConfirm: true }, null).filter).toEqual({});
  expect(ruleInputOf({ ...blank, toConfirm: true }, null).filter).toEqual({ toConfirm: true, states: ['UNKNOWN'] });
});

test('changed and left as it was, it says the same, what has no field here included', () => {
  const near = { __typename: 'CampaignNear', latitude: 45.5, longitude: -73.7, withinKm: 2 };
  expect(again({ categories: ['food', 'clothing'], languages: ['es'], near })).toMatchObject({
    ...{ ruleId: 'r1', atTime: '09:00', dueAfterHours: 36, remindAfterHours: [6], quietFrom: null, question: null },
    filter: { categories: ['food', 'clothing'], languages: ['es'], near: { latitude: 45.5, longitude: -73.7, withinKm: 2 } },
  });
  expect(again({ toConfirm: true, states: ['UNKNOWN'] }).filter).toEqual({ toConfirm: true, states: ['UNKNOWN'] });
  expect(ruleInputOf({ ...ruleDraftFrom(told({ categories: ['food', 'clothing'] })), category: 'health' }, 'r1').filter).toEqual({
    categories: ['health'],
  });
});

test('its days and its hour in words', () => {
  expect([hourWords('09:00', 'fr'), hourWords('16:30', 'en')]).toEqual(['9\u00a0h', '4:30\u00a0p.m.']);
  expect(listed(['lundi', 'jeudi'], 'fr', 'conjunction')).toBe('lundi et jeudi');
});
