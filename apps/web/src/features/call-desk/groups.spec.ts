import { expect, test } from '@jest/globals';
import type { Said } from '../../ui/sureness.ts';
import { groupOf, placed } from './groups.ts';

const now = Date.parse('2021-03-08T19:26:00Z');
const past = '2021-03-08T12:00:00Z';
const said = (state: Said['state'], staleAt: string | null = null): Said => ({ state, freshness: 'FRESH', staleAt });
const one = (id: string, status: Said) => ({ id, status });
const laid = (rows: ReturnType<typeof placed>) => rows.map(({ service, group, digit }) => `${service.id} ${group} ${digit}`);
const none = new Map();

test.each([
  ['OPEN', null, 'CONFIRMED'],
  ['LIMITED', null, 'CONFIRMED'],
  ['RELOCATED', null, 'CONFIRMED'],
  ['OPEN', past, 'TO_VERIFY'],
  ['FULL', null, 'NOT_TAKING'],
  ['FULL', past, 'TO_VERIFY'],
  ['UNKNOWN', null, 'NOT_TAKING'],
  ['CLOSED', null, 'NOT_TAKING'],
] as const)('%s, sure until %s: %s', (state, staleAt, group) => expect(groupOf(said(state, staleAt), now)).toBe(group));

test('digits go to those that may take people, sure ones first', () =>
  expect(
    laid(placed([one('full', said('FULL')), one('old', said('OPEN', past)), one('open', said('OPEN'))], none, new Set(), now)),
  ).toEqual(['open CONFIRMED 1', 'old TO_VERIFY 2', 'full NOT_TAKING null']));

test('a row that closes moves, and keeps its digit: the others keep theirs', () => {
  const before = new Map([
    ['a', { group: 'CONFIRMED', digit: 1 }],
    ['b', { group: 'CONFIRMED', digit: 2 }],
  ] as const);
  expect(laid(placed([one('a', said('FULL')), one('b', said('OPEN'))], before, new Set(), now))).toEqual([
    'b CONFIRMED 2',
    'a NOT_TAKING 1',
  ]);
});

test('a row in hand stays where it was until it is let go', () => {
  const before = new Map([['a', { group: 'CONFIRMED', digit: 1 }]] as const);
  expect(laid(placed([one('a', said('FULL'))], before, new Set(['a']), now))).toEqual(['a CONFIRMED 1']);
});
