import { expect, test } from '@jest/globals';
import { askedIn, filterOf } from './filter.ts';

const filterAt = (address: string) => filterOf(askedIn(new URLSearchParams(address)));

test('the address says what is asked for, and what it says wrongly is not asked', () => {
  expect(filterAt('')).toEqual({});
  expect(filterAt('state=dead&channel=MAIL&campaign=c1')).toEqual({ states: ['DEAD'], channels: ['MAIL'], groupId: 'c1' });
  expect(filterAt('state=nothing&channel=PIGEON')).toEqual({});
});

test('what came back had been sent, and is not among what has arrived', () => {
  expect(filterAt('state=sent')).toEqual({ states: ['SENT'], bounced: false });
  expect(filterAt('state=bounced')).toEqual({ bounced: true });
});
