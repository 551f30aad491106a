import { describe, expect, test } from '@jest/globals';
import type { Said } from '../ui/sureness.ts';
import { againFor, draftOf, fieldOf, inState, resumed, withoutPlan } from './draft.ts';

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
      replacementServiceId: null,
      effectiveFrom: null,
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
  test('open after full counts anew, and says no number of its own', () => {
    const full: Said = { ...said, state: 'FULL', capacity: { ...said.capacity!, available: 0 } };
    expect(inState(draftOf('s1', null, full, now), 'OPEN', full).capacity).toBeNull();
  });
  test('of a stop counts nothing', () => expect(inState(draft, 'SUSPENDED', said).capacity).toBeNull());
  test('in the same state is the same', () => expect(inState(draft, 'LIMITED', said)).toBe(draft));
});

test('a first count keeps its unit from state to state, and sends nobody elsewhere once it is open', () => {
  const first = {
    ...draftOf('s1', null, { state: 'FULL' }, now),
    capacity: { available: 3, unit: { fr: 'lits' } },
    replacementServiceId: 's2',
  };
  expect(inState(first, 'LIMITED', { state: 'FULL' })).toMatchObject({
    capacity: { available: 3, unit: { fr: 'lits' } },
    replacementServiceId: null,
  });
  expect(inState(first, 'SUSPENDED', { state: 'FULL' })).toMatchObject({ capacity: null, replacementServiceId: 's2' });
});

test('what was begun comes back without what can no longer be said', () => {
  const begun = { ...draft, locationId: 'gone', goodUntil: '2026-03-09T18:00:00Z', effectiveFrom: '2026-03-09T18:30:00Z' };
  expect(resumed(begun, ['p1'], now)).toEqual({ ...draft, locationId: null, goodUntil: null, effectiveFrom: null });
  expect(resumed({ ...draft, locationId: 'p1' }, ['p1'], now)).toEqual({ ...draft, locationId: 'p1' });
});

describe('a plan', () => {
  const planned = { state: 'CLOSED', takesOverAt: '2026-03-10T12:00:00Z' } as const;
  test('is taken back by the word that holds, at its instant', () =>
    expect(withoutPlan('s1', null, { ...said, planned })).toMatchObject({
      state: 'LIMITED',
      note: said.note,
      goodUntil: said.goodUntil,
      effectiveFrom: planned.takesOverAt,
    }));
  test('outlives an end that comes before it', () =>
    expect(withoutPlan('s1', null, { ...said, goodUntil: '2026-03-10T11:00:00Z', planned })?.goodUntil).toBeNull());
  test('cannot be taken back where nothing holds, nor where there is none', () =>
    expect([withoutPlan('s1', null, { state: 'UNKNOWN', planned }), withoutPlan('s1', null, said)]).toEqual([null, null]));
});

describe('the same word, said anew', () => {
  const open: Said = { state: 'OPEN', observedAt: '2026-03-09T12:00:00Z', note: { fr: 'Sur place' } };
  test('is one tap where it is one word', () =>
    expect(againFor({ id: 's1', status: open, statusByLocation: [{ status: open }] }, now)).toMatchObject({
      state: 'OPEN',
      note: open.note,
    }));
  test.each([
    ['a count', { id: 's1', status: said }],
    ['a place of its own', { id: 's1', status: open, statusByLocation: [{ status: { ...open, observedAt: '2026-03-09T13:00:00Z' } }] }],
    ['an end that has passed', { id: 's1', status: { ...open, goodUntil: '2026-03-09T13:00:00Z' } }],
  ])('is not, with %s', (_, service) => expect(againFor(service, now)).toBeNull());
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
