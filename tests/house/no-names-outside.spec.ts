import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { AddMembership, CreateAccount, CreateToken } from '#libs/identity';
import { kitchen, pain, someServices } from '../support/region.ts';
import { TestClient, TestHub, until } from '../support/test-hub.ts';

const NAME = 'Zénaïde Plantée';
const EMAIL = 'zenaide.plantee@exemple.test';
/** Where a person may be named: their account, and the mail that is on its way to them. */
const HOMES = ['identity.account', 'platform.outgoing'];

let hub: TestHub;
const said: string[] = [];
beforeAll(async () => {
  hub = await TestHub.start(undefined, { LOG_LEVEL: 'trace' }, line => said.push(line));
  await someServices(hub.db);
});
afterAll(() => hub?.close());

test('after a whole journey a person is named in no table, event, log line or metric but where they live', async () => {
  const { accountId } = await hub.get(CreateAccount).run({ email: EMAIL, displayName: NAME, language: 'fr' });
  await hub.get(AddMembership).run({ accountId, organizationId: pain, role: 'PARTNER_EDITOR', territories: [] });
  const { token } = await hub.get(CreateToken).run({ email: EMAIL, name: 'essai', ttlMs: 3_600_000 });
  const she = new TestClient(hub.url, token);
  const nobody = await hub.as();
  await nobody.ask('mutation ($email: String!) { requestSignInLink(email: $email) }', { email: EMAIL });
  await until(async () => (await hub.db.query('select from platform.outgoing')).length > 0);
  const input = { serviceId: kitchen, state: 'FULL', idempotencyKey: 'once' };
  const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
  expect(await she.ask(reporting, { input })).toEqual({ reportServiceStatus: { __typename: 'ServiceStatusReported' } });
  await she.ask('mutation ($input: ConfirmServiceStatusInput!) { confirmServiceStatus(input: $input) { __typename } }', {
    input: { serviceIds: [kitchen] },
  });
  await she.ask(`{ me { account { email displayName } } nonsense }`); // refused, with what was asked
  await nobody.ask(`{ services(filter: { text: "${EMAIL}" }) { totalCount } }`);
  await she.ask('mutation { signOutEverywhere }');

  const named = (text: string) => /z[ée]na[ïi]de|plant[ée]e/i.test(text);
  const owner = new pg.Client(hub.databaseUrl);
  await owner.connect();
  const { rows: tables } = await owner.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname !~ '^(pg_|information_schema)'`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select row_to_json(found)::text as row from ${name} found`);
    if (rows.some(({ row }) => named(row))) holding.push(name);
  }
  await owner.end();
  expect(holding).toContain('identity.account'); // the search finds what is there
  expect(holding.filter(name => !HOMES.includes(name))).toEqual([]);

  expect(said.length).toBeGreaterThan(5);
  expect(said.filter(named)).toEqual([]);
  const metrics = await (await fetch(`${hub.url}/metrics`)).text();
  expect(metrics).toContain('fanal_');
  expect(named(metrics)).toBe(false);
  const log = JSON.stringify((await nobody.ask('{ changes(first: 100) { edges { node { kind subject } } } }')).changes);
  expect(named(log)).toBe(false);
});
