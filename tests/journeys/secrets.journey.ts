import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { grantsOf } from '#libs/identity';
import { Actor, newId } from '#libs/kernel';
import { BlindIndex, database, Envelopes, KeyRing, Reading, Secret, type Transaction, UnitOfWork } from '#libs/platform';
import { fanal } from '../support/fanal.ts';
import { bonnePage, pain } from '../support/region.ts';
import { TestHub } from '../support/test-hub.ts';

const OLD = 'a'.repeat(40);
const NEW = 'b'.repeat(40);
const TEXT = '450 555-0117, Zénaïde';

let hub: TestHub;
const said: string[] = [];
beforeAll(async () => void (hub = await TestHub.start(undefined, { FANAL_KEYS: OLD })));
afterAll(() => hub?.close());

const within = <T>(work: (tx: Transaction) => Promise<T>, at = hub): Promise<T> => at.get(UnitOfWork).run(work);
const place = (row: string) => ({ table: 'lines.routing_caller', row, column: 'number' });

interface Kept {
  keyId: string;
  row: string;
  blob: Buffer;
}
const keep = (text = TEXT, at = hub): Promise<Kept> =>
  within(async tx => {
    const [keyId, row] = [await at.get(Envelopes).newKey(tx), newId()];
    return { keyId, row, blob: await at.get(Envelopes).seal(tx, keyId, place(row), text) };
  }, at);
const read = async ({ keyId, row, blob }: Kept, at = hub): Promise<string> => {
  const opened = await at.get(Envelopes).open({ manager: at.db.manager }, { keyId, place: place(row), blob });
  return opened instanceof Secret ? opened.reveal() : opened;
};

test('what is kept of somebody is read again; neither it nor its key stands in the database', async () => {
  const kept = await keep();
  expect(await read(kept)).toBe(TEXT);
  const [{ wrapped, kek }] = await hub.db.query('select * from platform.data_key where id = $1', [kept.keyId]);
  expect(wrapped.length).toBe(1 + 12 + 32 + 16);
  expect(kek).toMatch(/^[0-9a-f]{8}$/);
  await expect(read({ ...kept, row: newId() })).rejects.toThrow(); // in another row it opens nothing
  const other = await keep('autre');
  await expect(read({ ...kept, keyId: other.keyId })).rejects.toThrow();
});

test('a key that was destroyed is destroyed: nothing is read, nothing sealed, nothing brings it back', async () => {
  const [gone, stays] = [await keep(), await keep()];
  expect(await within(tx => hub.get(Envelopes).destroy(tx, [gone.keyId]))).toBe(1);
  expect(await within(tx => hub.get(Envelopes).destroy(tx, [gone.keyId]))).toBe(0);
  expect([await read(gone), await read(stays)]).toEqual(['DESTROYED', TEXT]);
  expect(await read({ ...gone, keyId: newId() })).toBe('DESTROYED');
  await expect(within(tx => hub.get(Envelopes).seal(tx, gone.keyId, place(gone.row), 'encore'))).rejects.toThrow('DESTROYED');
  const revive = `update platform.data_key set kek = 'aaaaaaaa', wrapped = 'x', destroyed_at = null where id = $1`;
  await expect(hub.db.query(revive, [gone.keyId])).rejects.toThrow('does not come back');
  await expect(hub.db.query('delete from platform.data_key')).rejects.toThrow('permission denied');
  await expect(within(async tx => { await hub.get(Envelopes).destroy(tx, [stays.keyId]); throw new Error('no'); })).rejects.toThrow('no'); // prettier-ignore
  expect(await read(stays)).toBe(TEXT);
});

test('keys are rotated beside a hub that runs; cut short it goes on from there; a hub without the old key says what it cannot read', async () => {
  const kept = await Promise.all(Array.from({ length: 7 }, () => keep()));
  const both = await TestHub.start(hub, { FANAL_KEYS: `${NEW},${OLD}` });
  const alone = await TestHub.start(hub, { FANAL_KEYS: NEW, LOG_LEVEL: 'warn' }, line => said.push(line));
  expect(await read(kept[0]!, alone)).toBe('UNREADABLE');
  const [old] = await hub.get(KeyRing).all();
  const [missing] = said.map(line => JSON.parse(line)).filter(line => line.missing);
  expect(missing).toMatchObject({ missing: [old!.fingerprint] });
  expect(missing.unreadable).toBeGreaterThanOrEqual(7);

  const step = () => within(tx => both.get(Envelopes).rewrap(tx, 3), both);
  expect(await step()).toBe(3);
  expect(await Promise.all(kept.map(one => read(one, both)))).toEqual(kept.map(() => TEXT)); // half done
  await expect(within(async tx => { await both.get(Envelopes).rewrap(tx, 100); throw new Error('cut'); }, both)).rejects.toThrow('cut'); // prettier-ignore
  const left = async () => (await hub.db.query('select count(*)::int as n from platform.data_key where kek = $1', [old!.fingerprint]))[0].n;
  const before = await left();
  expect(before).toBeGreaterThanOrEqual(4);
  const env = process.env.FANAL_KEYS;
  process.env.FANAL_KEYS = `${NEW},${OLD}`;
  const rotated = await fanal(hub.databaseUrl, 'keys', 'rotate');
  const again = await fanal(hub.databaseUrl, 'keys', 'rotate');
  process.env.FANAL_KEYS = 'c'.repeat(40);
  const lost = await fanal(hub.databaseUrl, 'keys', 'rotate');
  if (env === undefined) delete process.env.FANAL_KEYS;
  else process.env.FANAL_KEYS = env;
  expect(rotated).toMatchObject({ code: 0, out: expect.stringContaining(`nouveau\u00a0: ${before}, par`) });
  expect(again.out).toContain('nouveau\u00a0: 0, par');
  expect(lost).toMatchObject({ code: 1, err: expect.stringContaining('FANAL_KEYS') });
  expect(await left()).toBe(0);
  expect(await Promise.all(kept.map(one => read(one, alone)))).toEqual(kept.map(() => TEXT));
  expect(await read(kept[0]!)).toBe('UNREADABLE'); // the first hub has not been told the new one
  await both.close();
  await alone.close();
}, 60_000);

test('the demonstration makes its key once, beside the database, for its own eyes; two hubs that begin together make one', async () => {
  const data = mkdtempSync(join(tmpdir(), 'fanal-keys-'));
  const [one, other] = await Promise.all([1, 2].map(() => TestHub.start(undefined, { FANAL_DATA: data, FANAL_KEYS: '' })));
  const made = await Promise.all([one!, other!].map(at => at.get(KeyRing).newest()));
  expect(made[0]!.fingerprint).toBe(made[1]!.fingerprint);
  expect(statSync(join(data, 'key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(data, 'key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  const kept = await keep(TEXT, one!);
  await one!.close();
  const after = await TestHub.start(one, { FANAL_DATA: data, FANAL_KEYS: '' });
  expect(await read(kept, after)).toBe(TEXT);
  await after.close();
  await other!.close();
  rmSync(data, { recursive: true });
});

test('the same value has the same mark, whatever its letters look like; another kind of it has another', async () => {
  const index = hub.get(BlindIndex);
  const [one, same, kind, value] = await Promise.all([
    ...[index.of('phone', '+14505550117'), index.of('phone', ' +14505550117 ')],
    ...[index.of('email', '+14505550117'), index.of('phone', '+14505550118')],
  ]);
  expect(one).toHaveLength(4);
  expect([one!.equals(same!), one!.equals(kind!), one!.equals(value!)]).toEqual([true, false, false]);
});

test('on a pool of one connection, what one may read leaks to nobody after', async () => {
  const owner = new pg.Client(hub.databaseUrl);
  await owner.connect();
  await owner.query(`
    create table platform.canary (organization_id uuid, account uuid, said text);
    alter table platform.canary enable row level security, force row level security;
    create policy read on platform.canary for select using (organization_id = any ((select platform.organizations_where('read-routing'))::uuid[])
      or account = nullif(current_setting('fanal.account', true), '')::uuid);
    create policy write on platform.canary for insert with check (true);
    grant select, insert on platform.canary to fanal_app;
    insert into platform.canary values ('${pain}', null, 'pain'), ('${bonnePage}', null, 'page')`);
  const [me, db] = [newId(), await database(hub.databaseUrl, [], 1).initialize()];
  const reading = new Reading(db);
  const supervisor = (organizationId: string, organizationKind = 'REFERENCE_CENTRE') =>
    new Actor({ id: 'account:x', accountId: newId(), grants: grantsOf({ role: 'CENTRE_SUPERVISOR', organizationId, organizationKind }) });
  const nobody = new Actor({ id: 'anonymous', grants: grantsOf({ role: 'ANONYMOUS' }) });
  const mine = new Actor({ id: `account:${me}`, accountId: me, grants: [] });
  await owner.query(`insert into platform.canary values (null, $1, 'mine')`, [me]);
  const seen = (manager: { query(sql: string): Promise<{ said: string }[]> }) =>
    manager.query('select said from platform.canary order by said').then(rows => rows.map(({ said }) => said));

  const asked = [supervisor(pain), nobody, supervisor(bonnePage), mine, supervisor(pain, 'POLICE'), supervisor(pain), nobody];
  const answers = await Promise.all(asked.flatMap(actor => [reading.run(actor, tx => seen(tx.manager)), seen(db)]));
  expect(answers).toEqual([['pain'], [], [], [], ['page'], [], ['mine'], [], [], [], ['pain'], [], [], []]);
  await expect(reading.run(supervisor(pain), async tx => { await seen(tx.manager); throw new Error('cut'); })).rejects.toThrow('cut'); // prettier-ignore
  expect(await seen(db)).toEqual([]);
  await expect(reading.run(mine, tx => tx.manager.query('insert into platform.canary values (null, null, null)'))).rejects.toThrow(
    'read-only',
  );
  const writing = within(async tx => {
    await tx.actAs(supervisor(pain));
    await tx.manager.query(`insert into platform.canary values ($1, null, 'written')`, [pain]);
    return seen(tx.manager);
  });
  expect(await writing).toEqual(['pain', 'written']);
  expect(await seen(hub.db)).toEqual([]);
  await db.destroy();
  await owner.end();
});
