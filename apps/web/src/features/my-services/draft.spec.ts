import { describe, expect, test } from '@jest/globals';
import type { Said } from '../../ui/sureness.ts';
import { draftOf, fieldOf, inState } from './draft.ts';

const now = Date.parse('2026-03-09T18:32:00Z');
const said: Said = {
  state: 'LIMITED',
  goodUntil: '2026-03-10T13:00:00Z',
  note: { fr: 'Sur rendez-vous', en: null },
  capacity: { available: 12, total: 40, unit: { fr: 'paniers' }, asOf: '2026-03-09T18:00:00Z' },
};
const draft = draftOf('s1', null, said, now);

describe('a report being written', () => {
  test('begins as what is said now', () =>
    expect(draft).toEqual({
      serviceId: 's1',
      locationId: null,
      state: 'LIMITED',
      goodUntil: said.goodUntil,
      note: said.note,
      capacity: { available: 12, total: 40 },
    }));
  test('forgets an end that has passed', () =>
    expect(draftOf('s1', null, { ...said, goodUntil: '2026-03-09T18:00:00Z' }, now).goodUntil).toBeNull());
  test('of a service of which nobody has spoken has no state yet', () =>
    expect(draftOf('s1', null, { state: 'UNKNOWN' }, now).state).toBeNull());
  test('in another state starts anew, and full has nothing left', () =>
    expect(inState(draft, 'FULL', said)).toMatchObject({
      state: 'FULL',
      goodUntil: null,
      note: null,
      capacity: { available: 0, total: 40 },
    }));
  test('back from full has what was left', () => expect(inState(inState(draft, 'FULL', said), 'OPEN', said).capacity?.available).toBe(12));
  test('of a stop counts nothing', () => expect(inState(draft, 'SUSPENDED', said).capacity).toBeNull());
  test('in the same state is the same', () => expect(inState(draft, 'LIMITED', said)).toBe(draft));
});

describe('a refusal', () => {
  test.each([
    ['goodUntil', 'goodUntil'],
    ['capacity.available', 'capacity'],
    ['note.fr', 'note'],
    ['serviceId', 'state'],
    [null, 'state'],
  ])('of %s is said beside %s', (field, beside) => expect(fieldOf({ field })).toBe(beside));
});
