import { expect, test } from '@jest/globals';
import { columnOf, columns, mayBe, stepTo } from './columns.ts';

test('every state stands in a column, what was reopened with what is open', () => {
  const states = ['OPEN', 'REOPENED', 'ACKNOWLEDGED', 'ASSIGNED', 'ADDRESSED', 'CLOSED'] as const;
  expect(states.map(columnOf)).toEqual(['open', 'open', 'acknowledged', 'assigned', 'addressed', 'closed']);
});

test('from open it may go to every other column, from closed only back', () => {
  const reached = (state: 'OPEN' | 'CLOSED') => columns.filter(column => mayBe(state, stepTo[column]));
  expect(reached('OPEN')).toEqual(['acknowledged', 'assigned', 'addressed', 'closed']);
  expect(reached('CLOSED')).toEqual(['open']);
});
