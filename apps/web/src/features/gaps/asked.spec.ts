import { expect, test } from '@jest/globals';
import { askedIn, exportSearch, filterOf, isNarrowed, shownIn } from './asked.ts';

const at = (address: string) => askedIn(new URLSearchParams(address));

test('without anything asked: all but what is closed, which the board shows too', () => {
  expect(shownIn(at(''))).toEqual(['open', 'acknowledged', 'assigned', 'addressed']);
  expect(shownIn(at('view=columns'))).toEqual(['open', 'acknowledged', 'assigned', 'addressed', 'closed']);
  expect(isNarrowed(at('view=map'))).toBe(false);
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

test('a file holds what the screen shows', () =>
  expect(exportSearch(at('state=open&kind=TAXI'), [])).toBe('states=OPEN&states=REOPENED&kinds=TAXI'));
