import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId, positionAfter } from '#libs/kernel';
import { bonnePage, chomedey, kitchen, library, someServices } from '../support/region.ts';
import { TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

const query = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => hub.db.query(sql, values);
const head = async () => (await query<{ position: string }>('select position from platform.head'))[0]!.position;

async function say(input: object = {}): Promise<string> {
  const { reportServiceStatus } = await (await hub.as('RESEARCHER', bonnePage)).ask(reporting, { input: { state: 'OPEN', ...input } });
  return reportServiceStatus.report.id;
}
const reporting =
  'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { ... on ServiceStatusReported { report { id } } } }';

/** As the hub writes them: the report, and the event that tells of it. */
async function write(change: Record<string, unknown> = {}, told: Record<string, unknown> | null = {}): Promise<unknown> {
  const position = positionAfter(await head(), 1);
  const now = new Date();
  const report = {
    ...{ id: newId(), position, service_id: kitchen, state: 'OPEN', source: 'PARTNER', reporter_id: 'test' },
    ...{ observed_at: now, effective_from: now, recorded_at: now },
    ...change,
  };
  const event = told && { position, kind: 'test', subject: kitchen, payload: { v: 1 }, occurred_at: now, ...told };
  return hub.db.transaction(async manager => {
    for (const [table, row] of Object.entries({ 'status.report': report, ...(event && { 'platform.event': event }) })) {
      const columns = Object.keys(row).join(', ');
      await manager.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`, [row]);
    }
  });
}
const count = { available: 3, total: 4, unit: { fr: 'lits' }, asOf: '2026-03-02T12:00:00Z' };

test.each([
  ['as the hub does', {}],
  ['a count', { capacity: count }],
  ['a count without a total', { capacity: { ...count, total: null } }],
  ['a place', { location_id: chomedey }],
])('%s is written', async (_, change) => {
  await expect(write(change)).resolves.toBeUndefined();
});

test.each([
  ['an empty capacity', { capacity: {} }],
  ['more than there are', { capacity: { ...count, available: 5 } }],
  ['less than none', { capacity: { ...count, available: -1 } }],
  ['a total below none', { capacity: { ...count, available: 0, total: -1 } }],
  ['a total in words', { capacity: { ...count, total: 'four' } }],
  ['a count of nothing', { capacity: { ...count, unit: null } }],
  ['a count of no moment', { capacity: { ...count, asOf: null } }],
])('%s is no capacity', async (_, change) => {
  await expect(write(change)).rejects.toThrow('capacity_is_a_count');
});

test('a report is on a place of its service', async () => {
  await expect(write({ service_id: library, location_id: chomedey }, { subject: library })).rejects.toThrow('has no such place');
});

test('a report without its event is refused when it is committed', async () => {
  await expect(write({}, null)).rejects.toThrow('nothing was announced');
  await expect(write({}, { subject: library })).rejects.toThrow('nothing was announced');
});

test('an event is of the present epoch, and the next one', async () => {
  const [epoch, number] = (await head()).split('.') as [string, string];
  const at = (n: number, of = epoch) => `${of}.${String(BigInt(number) + BigInt(n)).padStart(19, '0')}`;
  for (const position of [at(2), at(1, '20990101000000'), at(1, '20200101000000')])
    await expect(write({ position }, { position })).rejects.toThrow('out of order');
  await expect(write({ position: at(1) }, { position: at(1) })).resolves.toBeUndefined();
});

test('many events appended at once are dense, whatever their order in the statement', async () => {
  const from = await head();
  const append = (...ns: number[]) =>
    query(`insert into platform.event select position, 'test', $2, '{"v": 1}', now() from unnest($1::text[]) position`, [
      ns.map(n => positionAfter(from, n)),
      kitchen,
    ]);
  await expect(append(1, 3)).rejects.toThrow('out of order');
  await append(3, 1, 2);
  await append();
  await expect(append(2)).rejects.toThrow('duplicate key');
});

test('what holds and what is planned name reports of their own service and place, and what holds is never taken away', async () => {
  const [whole, others, ofPlace] = [
    await say({ serviceId: kitchen }),
    await say({ serviceId: library }),
    await say({ serviceId: kitchen, locationId: chomedey }),
  ];
  const keep = (report: string, place: string | null) =>
    query('update status.current set report_id = $1 where service_id = $2 and location_id is not distinct from $3', [
      report,
      kitchen,
      place,
    ]);
  for (const [report, place] of [
    [others, null],
    [ofPlace, null],
    [whole, chomedey],
  ] as const)
    await expect(keep(report, place)).rejects.toThrow('foreign key');
  await keep(whole, null);
  await keep(ofPlace, chomedey);

  const plan = (report: string, service: string, place: string | null = null) =>
    query('insert into status.planned values ($1, $2, $3, $4, now(), now(), now())', [report, service, place, 'x']);
  await expect(plan(whole, library)).rejects.toThrow('foreign key');
  await expect(plan(whole, newId())).rejects.toThrow('foreign key');
  await expect(plan(whole, kitchen, chomedey)).rejects.toThrow('foreign key');
  await expect(query('delete from status.current')).rejects.toThrow('permission denied');
});

test('a word on a place has the whole service beside it, and a plan has what it will turn', async () => {
  const [serviceId, id] = [newId(), newId()];
  await query(`insert into directory.service (id, source_id, organization_id, name_fr) values ($1, 'elsewhere', $2, 'Ailleurs')`, [
    serviceId,
    bonnePage,
  ]);
  await write({ id, service_id: serviceId }, { subject: serviceId });
  const ofPlace = () => query('insert into status.current (service_id, location_id) values ($1, $2)', [serviceId, chomedey]);
  const plan = () => query('insert into status.planned values ($1, $2, null, $3, now(), now(), now())', [id, serviceId, 'x']);
  await expect(ofPlace()).rejects.toThrow('foreign key');
  await expect(plan()).rejects.toThrow('foreign key');
  await query('insert into status.current (service_id) values ($1)', [serviceId]);
  await ofPlace();
  await plan();
});
