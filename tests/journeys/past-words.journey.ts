import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OpeningBook } from '#libs/directory';
import { Actor } from '#libs/kernel';
import { grantsOf } from '#libs/identity';
import { UnitOfWork } from '#libs/platform';
import { ConfirmServiceStatus, type PastWord, ReportServiceStatus, TakePastWordsIn } from '#libs/status';
import { then } from '../../demo/index.ts';
import { bonnePage, kitchen, library, shelter, someServices } from '../support/region.ts';
import { type TestClient, TestHub } from '../support/test-hub.ts';

const NOW = Date.parse('2026-05-13T14:00:00Z');
const HOUR = 3_600_000;
const begun = Date.now();
const researcher = new Actor({ id: 'account:r', grants: grantsOf({ role: 'RESEARCHER', organizationId: bonnePage }) });
const appOf = (hub: TestHub) => ({ get: (part: never) => hub.get(part) }) as unknown as INestApplicationContext; // all that is asked of it

let atOnce: TestHub, oneByOne: TestHub;
beforeAll(async () => {
  const env = { FANAL_CLOCK_OFFSET: String(NOW - Date.now()), FANAL_ROLES: 'hub' }; // no worker adds to the log meanwhile
  [atOnce, oneByOne] = [await TestHub.start(undefined, env), await TestHub.start(undefined, env)];
  for (const hub of [atOnce, oneByOne]) {
    const { db } = hub;
    await someServices(db);
    await db.query(
      `insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at) values ($1, $1, 'WEEKLY', '{MO,WE,FR}', '09:00', '16:00')`,
      [kitchen],
    );
    await hub.get(UnitOfWork).run(tx => hub.get(OpeningBook).recount(tx, [kitchen]));
  }
});
afterAll(() => Promise.all([atOnce?.close(), oneByOne?.close()]));

const word = (serviceId: string, hours: number, says: PastWord['says']): PastWord => ({
  serviceId,
  saidAt: new Date(NOW - hours * HOUR),
  by: researcher.id,
  source: 'RESEARCHER',
  says,
});

const words: readonly PastWord[] = [
  word(kitchen, 200, { state: 'OPEN', capacity: { available: 4, total: 9, unit: { fr: 'repas', en: 'meals' } } }),
  word(library, 190, { state: 'LIMITED', changes: ['HOURS'], note: { fr: 'Le matin seulement.', en: 'Mornings only.' } }),
  word(kitchen, 150, null),
  word(kitchen, 140, { state: 'CLOSED', observedAt: new Date(NOW - 180 * HOUR) }), // typed late: it joins the history
  word(kitchen, 100, { state: 'FULL', capacity: { available: 0 }, goodUntil: new Date(NOW - 60 * HOUR), replacementServiceId: library }),
  word(library, 90, null),
  word(kitchen, 50, { state: 'OPEN', observedAt: new Date(NOW - 52 * HOUR) }),
  word(shelter, 30, { state: 'OPEN' }),
  word(library, 20, { state: 'SUSPENDED', goodUntil: new Date(NOW + 30 * HOUR), heardFrom: { channel: 'PHONE', role: 'Accueil' } }),
  word(kitchen, 10, null),
];

async function keptBy({ db }: TestHub): Promise<unknown> {
  const report = `(select recorded_at from status.report where id = report_id)`;
  const instants = (
    facts: string,
  ) => `jsonb_build_array(${facts} ->> 'state', (${facts} ->> 'confirmedAt')::timestamptz, (${facts} ->> 'agingAt')::timestamptz,
    (${facts} ->> 'staleAt')::timestamptz, (select recorded_at from status.report where id = (${facts} ->> 'reportId')::uuid))`;
  return {
    standing: await db.query(
      `select service_id, location_id, confirmed_at, aging_at, stale_at, takes_over_at, contradicted, ${report} as report from status.current order by 1`,
    ),
    reports: await db.query(
      `select substr(position, 16), service_id, state, changes, note_fr, note_en, reason, capacity, replacement_service_id, observed_at, effective_from,
         good_until, source, heard_channel, heard_role, reporter_id, recorded_at from status.report order by position`,
    ),
    events: await db.query(
      `select substr(position, 16) as place, kind, subject, occurred_at, payload - '{before,after,service,reportId}'::text[] as fact,
         (payload -> 'after') - '{status}'::text[] as after, ${instants(`payload -> 'before' -> 'status'`)} as was, ${instants(`payload -> 'after' -> 'status'`)} as became
       from platform.event where kind like 'service-status-%' or kind = 'service-history-entered' order by position`,
    ),
  };
}

test('many words at once become what they would have become one by one', async () => {
  await then(appOf(oneByOne), async ({ rooms, turn }) => {
    for (const { serviceId, saidAt, says } of words) {
      turn(saidAt);
      if (says) await rooms.get(ReportServiceStatus).run(researcher, { ...says, serviceId });
      else await rooms.get(ConfirmServiceStatus).run(researcher, { serviceIds: [serviceId] });
    }
  });
  await atOnce.get(TakePastWordsIn).run(words);
  const [one, many] = [await keptBy(oneByOne), await keptBy(atOnce)];
  expect(rounded(many)).toEqual(rounded(one));
});

/** A command takes its instant a moment after the clock was turned. */
const rounded = (kept: unknown) =>
  JSON.parse(JSON.stringify(kept), (_, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
      ? new Date(Math.floor(Date.parse(value) / 60_000) * 60_000).toISOString()
      : value,
  ) as unknown;

test('how many were open, and sure of it, on each day before at this hour: by their changes since, or by their word; a confidential one for whom it is told', async () => {
  const asked = 'query ($filter: ServiceFilter) { situation(filter: $filter) { openByDay { at n } } }';
  const days = async (client: TestClient, filter: object = {}) => (await client.ask(asked, { filter })).situation.openByDay;
  const [anybody, told] = [await atOnce.as(), await atOnce.as('RESEARCHER', bonnePage)];
  const all: { at: string; n: number }[] = await days(anybody);
  const now = NOW + (Date.now() - begun);
  expect(all.map(({ at }) => Math.round((now - Date.parse(at)) / (24 * HOUR)))).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(all.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1]); // full, then past its end, between
  expect((await days(told)).map(({ n }: { n: number }) => n)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 2]);
  expect((await days(anybody, { categories: ['education'] })).map(({ n }: { n: number }) => n)).toEqual(Array(13).fill(0));
});

test('a confirmation of nothing is refused, and nothing of the rest is kept', async () => {
  const before = await keptBy(atOnce);
  const bad = [word(kitchen, 1, { state: 'LIMITED' }), { ...word(library, 1, null), serviceId: '00000000-0000-7000-8000-000000000099' }];
  await expect(atOnce.get(TakePastWordsIn).run(bad)).rejects.toThrow('cannot be taken in');
  expect(await keptBy(atOnce)).toEqual(before);
});
