import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { newId } from '#libs/kernel';
import { Links, Retention, UnitOfWork } from '#libs/platform';
import { newSubjects, put, writes } from '../support/letters.ts';
import { bonnePage, kitchen, someServices } from '../support/region.ts';
import { TestHub, until } from '../support/test-hub.ts';

const DAY = 86_400_000;
let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await until(async () => (await comesAgain()) === 1); // the worker's own first one is over
});
afterAll(() => hub?.close());

const sweep = () => hub.get(Retention).sweep();
/** How many sweeps wait for the next hour. */
async function comesAgain(): Promise<number> {
  const owner = new pg.Client(hub.databaseUrl);
  await owner.connect();
  const { rows } = await owner.query(
    `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'sweep' and run_at > now() + interval '50 min'`,
  );
  await owner.end();
  return rows[0].n;
}
const nothing = { links: 0, sent: 0, withdrawn: 0, idempotencyKeys: 0 };
const ago = (days: number) => new Date(Date.now() - days * DAY);

/** A link as it became. */
async function link(became: { expires?: Date; revoked?: Date; used?: Date }): Promise<string> {
  const subject = newId();
  await hub.get(UnitOfWork).run(tx => hub.get(Links).mint(tx, { purpose: 'test', subject, ttlMs: 1_000, uses: 1 }));
  await hub.db.query(
    `update platform.link set created_at = $2, expires_at = coalesce($3, expires_at), revoked_at = $4, used_at = $5, uses_left = case when $5::timestamptz is null then 1 else 0 end
     where subject = $1`,
    [subject, ago(200), became.expires ?? null, became.revoked ?? null, became.used ?? null],
  );
  return subject;
}
const links = async () => (await hub.db.query<{ subject: string }[]>('select subject from platform.link')).map(({ subject }) => subject);

test('a link is kept thirty days after it expired, was revoked or was used up, whichever came first', async () => {
  const ahead = new Date(Date.now() + DAY);
  const kept = [
    await link({ expires: ago(29) }),
    await link({ expires: ahead, revoked: ago(29) }),
    await link({ expires: ahead, used: ago(29) }),
    await link({ expires: ahead }),
  ];
  for (const became of [{ expires: ago(31) }, { expires: ahead, revoked: ago(31) }, { expires: ago(1), used: ago(31) }]) await link(became);
  expect(await sweep()).toEqual({ ...nothing, links: 3 });
  expect((await links()).sort()).toEqual(kept.sort());
});

test('what was sent or withdrawn goes after ninety days; what a person has still to decide stays, however old', async () => {
  writes(hub, 'test-letter');
  const sent = 'select state, count(*)::int as n from platform.outgoing group by state order by state';
  await put(hub, 'test-letter', newSubjects(6));
  await until(async () => (await hub.db.query(sent))[0].n === 6 && (await hub.db.query(sent))[0].state === 'SENT');
  const ids = (await hub.db.query<{ id: string }[]>('select id from platform.outgoing order by id')).map(({ id }) => id);
  const become = (n: number, state: string, days: number) =>
    hub.db.query(
      `update platform.outgoing set state = $2, created_at = $3, due_at = $3, sent_at = case when $2 = 'SENT' then $3::timestamptz end,
         handed_at = case when $2 = 'UNSURE' then $3::timestamptz end where id = $1`,
      [ids[n], state, ago(days)],
    );
  await become(0, 'SENT', 91);
  await become(1, 'SENT', 89);
  await become(2, 'WITHDRAWN', 91);
  await become(3, 'WITHDRAWN', 89);
  await become(4, 'DEAD', 400);
  await become(5, 'UNSURE', 400);
  expect(await sweep()).toEqual({ ...nothing, sent: 1, withdrawn: 1 });
  expect((await hub.db.query(sent)).map(({ state }: { state: string }) => state)).toEqual(['DEAD', 'SENT', 'UNSURE', 'WITHDRAWN']);
});

test('a command is known again by its key for thirty days', async () => {
  const say = async (key: string) =>
    (await hub.as('RESEARCHER', bonnePage)).ask(
      `mutation ($key: String!, $id: ID!) { reportServiceStatus(input: { serviceId: $id, state: OPEN, idempotencyKey: $key }) { __typename
         ... on ServiceStatusReported { report { id } } ... on Refusal { code } } }`,
      { key, id: kitchen },
    );
  await say('recent');
  await say('old');
  await hub.db.query(`update platform.idempotency set at = $1 where key = 'old'`, [ago(31)]);
  expect(await sweep()).toEqual({ ...nothing, idempotencyKeys: 1 });
  expect(await hub.db.query(`select key from platform.idempotency where key in ('old', 'recent')`)).toEqual([{ key: 'recent' }]);
});

test('many go in small parts; what somebody holds is passed over, not waited for, and goes the next time', async () => {
  const held = await link({ expires: ago(40) });
  await hub.db.query(
    `insert into platform.link (token_hash, purpose, subject, expires_at, uses_left, created_at)
     select sha256(n::text::bytea), 'test', uuidv7(), $1, 1, $2 from generate_series(1, 2500) n`,
    [ago(31), ago(60)],
  );
  await hub.get(UnitOfWork).run(async tx => {
    await tx.manager.query('select from platform.link where subject = $1 for update', [held]);
    expect(await sweep()).toEqual({ ...nothing, links: 2_500 });
  });
  expect(await links()).toContain(held);
  expect(await sweep()).toEqual({ ...nothing, links: 1 });
});

test('two at once take away each one once; a worker does it by itself, and comes again', async () => {
  await hub.db.query(
    `insert into platform.link (token_hash, purpose, subject, expires_at, uses_left, created_at)
     select sha256(n::text::bytea), 'test', uuidv7(), $1, 1, $2 from generate_series(1, 1500) n`,
    [ago(31), ago(60)],
  );
  const [one, other] = await Promise.all([sweep(), sweep()]);
  expect(one.links! + other.links!).toBe(1_500);
  const subject = await link({ expires: ago(31) });
  const sibling = await TestHub.start(hub);
  await until(async () => !(await links()).includes(subject));
  await sibling.close();
  await until(async () => (await comesAgain()) === 1);
});
