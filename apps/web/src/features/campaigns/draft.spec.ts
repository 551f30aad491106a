import { expect, test } from '@jest/globals';
import { blankOf, filterOf, inputOf } from './draft.ts';

const at = Date.parse('2026-03-02T14:00:00Z');
const blank = blankOf({ subject: { fr: 'Êtes-vous ouverts?' }, message: { fr: 'Dites-le.' } });
const zone = 'America/Toronto';

test('what is not chosen is not asked; who is silent is stale, or never said', () => {
  expect(filterOf(blank)).toEqual({});
  expect(filterOf({ ...blank, category: 'food', territory: 'chomedey', toConfirm: true })).toEqual({
    categories: ['food'],
    territory: 'chomedey',
    toConfirm: true,
    states: ['UNKNOWN'],
  });
});

test('without a name it is called as its letter; it is due so long after it leaves, and reminds before', () => {
  const input = inputOf({ ...blank, dueHours: 24, remind: [12, 24, 48] }, at, zone);
  expect([input.name, input.dueAt, input.remindAfterHours]).toEqual([input.subject, '2026-03-03T14:00:00.000Z', [12]]);
  const later = inputOf({ ...blank, later: true, day: '2026-03-05', hour: '08:00', dueHours: 4 }, at, zone);
  expect(later.dueAt).toBe('2026-03-05T17:00:00.000Z');
});
