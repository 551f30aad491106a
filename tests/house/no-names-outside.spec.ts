import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { AddMembership, CreateAccount, CreateToken } from '#libs/identity';
import { counsellor, supervisor } from '../support/lines.ts';
import { inDays, personsOn, tablesSaying } from '../support/persons.ts';
import { bonnePage, kitchen, pain, someServices } from '../support/region.ts';
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

test('who is called back, in danger or on a round is named nowhere at all: no table, event, log line, message or metric', async () => {
  const planted = [
    'Philomène Semée',
    '+14505550188',
    '450 555-0188',
    '(450) 555-0188',
    '77, rang Sans-Nom',
    'Passer par sa sœur Aldegonde',
  ];
  const [name, , , phone, address, careful] = planted as [string, string, string, string, string, string];
  const { promise, followUp, personToCall, step, round, ask } = personsOn({ hub });
  const held = { knownAs: name, phone, safeContact: careful, idempotencyKey: 'names' };
  const { id } = (await promise(held)).followUp;
  await promise({ ...held, phone: `${phone}0`, idempotencyKey: null }); // refused, with what was given
  expect((await personToCall(id)).followUpPerson).toMatchObject({ knownAs: name, safeContact: careful });
  await followUp('claimFollowUp', { followUpId: id });
  await followUp('recordFollowUpTry', { followUpId: id, outcome: 'NO_ANSWER' });
  await followUp('completeFollowUp', { followUpId: id, outcome: 'NOT_RECEIVED', unmetReason: 'FULL' });

  const { emergency } = await step('raiseEmergency', { address, number: phone, idempotencyKey: 'danger' });
  await step('tellEmergency', { emergencyId: emergency.id, address });
  const reading = 'query ($id: ID!) { emergencyCaller(emergencyId: $id) { address number } }';
  expect((await ask(reading, { id: emergency.id }, supervisor)).emergencyCaller).toEqual({ address, number: '450 555-0188' });

  const opening = { name: 'Canicule', givenBy: bonnePage, legalBasis: 'Art. 51', script: { fr: 'Bonjour' }, endsAt: inDays(3) };
  const opened = (await round('openRound', opening, supervisor)).round.id;
  const list = `nom;téléphone;adresse;note\n${name};${phone};"${address}";${careful}\n${name};55;"${address}"`;
  expect(await round('importRoundEntries', { roundId: opened, list, idempotencyKey: 'list' }, supervisor)).toMatchObject({ added: 1 });
  const { entry } = await round('claimNextRoundEntry', { roundId: opened }, counsellor);
  expect((await ask('query ($id: ID!) { roundPerson(entryId: $id) { name } }', { id: entry.id })).roundPerson).toEqual({ name });
  await round('recordRoundResult', { entryId: entry.id, outcome: 'REFUSED' }, counsellor);
  await round('closeRound', { roundId: opened }, supervisor);
  await ask(`{ followUps { totalCount } nonsense }`);

  expect(await tablesSaying(hub.databaseUrl, [bonnePage])).toContain('needs.round_person'); // the search finds what is there
  expect(await tablesSaying(hub.databaseUrl, planted)).toEqual([]);
  const named = (text: string) => planted.some(word => text.includes(word) || text.includes(encodeURIComponent(word)));
  expect(said.filter(named)).toEqual([]);
  expect(named(await (await fetch(`${hub.url}/metrics`)).text())).toBe(false);
  const log = await ask('{ changes(first: 200) { edges { node { kind subject } } } }', {}, supervisor);
  expect(JSON.stringify(log)).toContain('round-changed');
  expect(named(JSON.stringify(log))).toBe(false);
});
