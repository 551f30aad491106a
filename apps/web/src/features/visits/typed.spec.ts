import { expect, test } from '@jest/globals';
import { blank, faultIn, reportOf, type Typed } from './typed.ts';
import type { VisitedService } from './use-visited.ts';

const now = Date.parse('2026-11-24T15:00:00Z');
const at = '2026-11-24T13:00:00Z';
// of a service only what is asked here
const service = { id: 'a', status: { state: 'OPEN', capacity: { available: 4, total: 10 } } } as unknown as VisitedService;
const typed = (change: Partial<Typed>) => ({ a: { ...blank, ...change } });

test('what cannot be sent is said of the first thing that is wrong', () => {
  const fault = (change: Partial<Typed>, when: string | null = at) => faultIn({ at: when, services: typed(change) }, [service], now);
  expect(fault({ state: 'OPEN' }, null)).toEqual({ fault: 'WHEN' });
  expect(fault({ state: 'OPEN' }, '2026-11-24T16:00:00Z')).toEqual({ fault: 'WHEN' });
  expect(fault({ note: 'rien de coché' })).toEqual({ fault: 'NOTHING' });
  expect(fault({ state: 'OPEN', left: 'douze' })).toEqual({ fault: 'LEFT', serviceId: 'a' });
  expect(fault({ state: 'SUSPENDED', until: '2026-11-24T12:00:00Z' })).toEqual({ fault: 'UNTIL', serviceId: 'a' });
  expect(fault({ state: 'SUSPENDED', until: '2026-11-25T12:00:00Z', left: ' 3 ' })).toBeNull();
});

test('it is a word of the hour of the visit, heard on the spot; unchanged says again what was known', () => {
  expect(reportOf(service, { ...blank, state: 'SAME', left: '12', note: ' Bonjour ' }, at, 'fr')).toEqual({
    serviceId: 'a',
    state: 'OPEN',
    note: { fr: 'Bonjour' },
    goodUntil: null,
    capacity: { available: 12, total: 12 },
    observedAt: at,
    heardFrom: { channel: 'VISIT' },
  });
  const unknown = { ...service, status: { ...service.status, state: 'UNKNOWN' as const } };
  expect(reportOf(unknown, { ...blank, state: 'SAME' }, at, 'fr')).toBeNull();
});
