import { describe, expect, test } from '@jest/globals';
import { isToTurn, turned, turnsAt } from './turned.ts';

const at = Date.parse('2026-03-10T13:00:00Z');
const status: Parameters<typeof turned>[0] = {
  __typename: 'ServiceStatus',
  state: 'OPEN',
  since: '2026-03-09T13:00:00Z',
  observedAt: '2026-03-09T13:00:00Z',
  confirmedAt: null,
  goodUntil: '2026-03-10T13:00:00Z',
  freshness: 'FRESH',
  agingAt: '2026-03-10T01:00:00Z',
  staleAt: '2026-03-10T13:00:00Z',
  source: 'PARTNER',
  contradicted: true,
  mixed: false,
  replacement: null,
  note: { __typename: 'LocalizedText', fr: 'Bienvenue', en: null },
  capacity: null,
  planned: {
    __typename: 'PlannedStatus',
    state: 'SUSPENDED',
    takesOverAt: '2026-03-10T13:00:00Z',
    note: { __typename: 'LocalizedText', fr: 'Panne', en: null },
  },
};

describe('a plan', () => {
  test('is one until its instant', () => expect(turned(status, at - 1)).toBe(status));
  test('takes over at it: its state and note, from then, as fresh as the word before was', () =>
    expect(turned(status, at)).toMatchObject({
      state: 'SUSPENDED',
      since: '2026-03-10T13:00:00Z',
      note: { fr: 'Panne' },
      goodUntil: null,
      agingAt: '2026-03-11T01:00:00.000Z',
      staleAt: '2026-03-11T13:00:00.000Z',
      contradicted: false,
      planned: null,
    }));
  test('where nobody had said anything is to be confirmed from its first instant', () =>
    expect(turned({ ...status, state: 'UNKNOWN', observedAt: null, agingAt: null, staleAt: null }, at)).toMatchObject({
      state: 'SUSPENDED',
      staleAt: '2026-03-10T13:00:00.000Z',
    }));
  test('of a place turns its service', () => {
    const whole = { ...status, planned: null };
    expect(turnsAt({ status: whole, statusByLocation: [{ status }] })).toBe(at);
    expect(isToTurn({ status: whole, statusByLocation: [{ status }] }, at)).toBe(true);
    expect(isToTurn({ status: whole, statusByLocation: [{ status }] }, at - 1)).toBe(false);
    expect(turnsAt({ status: whole })).toBeNull();
  });
});
