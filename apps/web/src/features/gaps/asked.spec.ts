import { expect, test } from '@jest/globals';
import { askedIn, exportSearch, filterOf, narrowedBy, shownIn } from './asked.ts';

const at = (address: string) => askedIn(new URLSearchParams(address));

test('without anything asked: all but what is closed, which the board shows too', () => {
  expect(shownIn(at(''))).toEqual(['open', 'acknowledged', 'assigned', 'addressed']);
  expect(shownIn(at('view=columns'))).toEqual(['open', 'acknowledged', 'assigned', 'addressed', 'closed']);
  expect(narrowedBy(at('view=map'))).toBe(0);
});

test('the address says what is asked for, and what it says wrongly is not asked', () => {
  const asked = at('state=closed,never&kind=TAXI&territory=chomedey&organization=mine&followed=1&view=upside-down');
  expect(shownIn(asked)).toEqual(['closed']);
  expect(asked.view).toBe('list');
  expect(filterOf(asked, ['o1', 'o2'])).toEqual({
    kinds: ['TAXI'],
    territories: ['chomedey'],
    organizations: ['o1', 'o2'],
    followed: true,
  });
});

test('a file holds what the screen shows', () => {
  const search = new URLSearchParams(exportSearch(at('state=open&kind=TAXI&followed=1'), [], 'fr'));
  expect(Object.fromEntries(search)).toEqual({ states: 'OPEN,REOPENED', kinds: 'TAXI', followed: '1', lang: 'fr' });
});
