import { expect, test } from '@jest/globals';
import pg from 'pg';
import { verifyAudit } from '#libs/platform';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { TestHub, until } from '../support/test-hub.ts';

const ending = 'mutation ($input: EndMembershipInput!) { endMembership(input: $input) { __typename } }';

test('what was done to a membership is written once, chained, and a changed entry is named', async () => {
  const hub = await TestHub.start();
  await someServices(hub.db);
  const administrator = await hub.as('ADMINISTRATOR', bonnePage);
  for (const role of ['PARTNER_EDITOR', 'CASE_WORKER'] as const) await hub.as(role, pain);
  const memberships: { id: string }[] = await hub.db.query('select id from identity.membership where organization_id = $1', [pain]);
  for (const { id } of memberships) await administrator.ask(ending, { input: { membershipId: id, idempotencyKey: id } });
  for (const { id } of memberships) await administrator.ask(ending, { input: { membershipId: id, idempotencyKey: id } });
  await administrator.ask(ending, { input: { membershipId: 'nothing of ours' } }); // refused: leaves no trace

  const written: { act: string; count: number }[] = await hub.db.query(
    'select act, count(*)::int as count from platform.audit_entry group by act order by act',
  );
  expect(written).toEqual([
    { act: 'account:create', count: 3 },
    { act: 'membership:add', count: 3 },
    { act: 'membership:end', count: 2 },
    { act: 'session:end-all', count: 2 }, // each was left with nothing
    { act: 'token:create', count: 3 },
  ]);
  await until(async () => (await verifyAudit(hub.databaseUrl)).entries === 13);
  expect(await verifyAudit(hub.databaseUrl)).toEqual({ entries: 13, firstBad: null });

  const owner = new pg.Client(hub.databaseUrl);
  await owner.connect();
  await expect(owner.query(`update platform.audit_entry set act = 'membership:keep'`)).rejects.toThrow('only grows');
  await owner.query('alter table platform.audit_entry disable trigger all'); // as only the owner of the database could
  await owner.query(
    `update platform.audit_entry set actor = 'account:somebody-else' where id = (select entry_id from platform.audit_chain where sequence = 2)`,
  );
  await owner.end();
  expect(await verifyAudit(hub.databaseUrl)).toEqual({ entries: 1, firstBad: '2' });
  await hub.close();
});
