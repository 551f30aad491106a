import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bonnePage, kitchen, library, pain, shelter, someServices } from '../support/region.ts';
import { type Answer, type TestClient, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let relay: TestClient;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await hub.db.query(`update directory.organization set relay_organization_id = $1 where id = $2`, [pain, bonnePage]);
  relay = await hub.as('PARTNER_EDITOR', pain);
});
afterAll(() => hub?.close());

const reporting = `mutation ($input: ReportServiceStatusInput!) { answer: reportServiceStatus(input: $input) {
  ... on ServiceStatusReported { report { source accordingToOrganization } } ... on Refusal { code } } }`;
const says = async (who: TestClient, serviceId: string, state = 'OPEN'): Promise<Answer> =>
  (await who.ask(reporting, { input: { serviceId, state } })).answer;
const confirming = `mutation ($input: ConfirmServiceStatusInput!) { answer: confirmServiceStatus(input: $input) {
  ... on ServiceStatusConfirmed { services { id } } ... on Refusal { code field } } }`;

test('who speaks for another is heard, and shown as such; of its own it is the organization', async () => {
  expect(await says(relay, library)).toEqual({ report: { source: 'RELAY', accordingToOrganization: true } });
  expect(await says(relay, kitchen)).toEqual({ report: { source: 'PARTNER', accordingToOrganization: true } });
  const { service } = await (
    await hub.as()
  ).ask('query ($id: ID!) { service(id: $id) { status { state source } organization { relay { id } } } }', {
    id: library,
  });
  expect(service).toEqual({ status: { state: 'OPEN', source: 'RELAY' }, organization: { relay: { id: pain } } });
  const { answer } = await relay.ask(confirming, { input: { serviceIds: [library] } });
  expect(answer).toEqual({ services: [{ id: library }] });
});

test('it goes one way, for those of the relay alone, and never to what they may not know of', async () => {
  const spokenFor = await hub.as('PARTNER_EDITOR', bonnePage);
  expect(await says(spokenFor, kitchen)).toEqual({ code: 'NOT_YOUR_SERVICE' });
  expect(await says(spokenFor, library)).toEqual({ report: { source: 'PARTNER', accordingToOrganization: true } });
  expect(await says(relay, shelter)).toEqual({ code: 'SERVICE_NOT_FOUND' });
  const committee = await hub.as('COMMITTEE_MEMBER', pain);
  const refused = await committee.ask(reporting, { input: { serviceId: library, state: 'OPEN' } });
  expect(refused).toMatchObject({ code: 'FORBIDDEN' });
});

test('it is told for whom it speaks, but not of who is confidential; once that ends, it may no more', async () => {
  const asking = '{ me { memberships { organization { id relayFor { id } } } } }';
  const told = async () => (await relay.ask(asking)).me.memberships[0].organization.relayFor.map(({ id }: Answer) => id);
  expect(await told()).toEqual([bonnePage]);
  await hub.db.query(`update directory.organization set confidential = true, confidential_reason = 'x' where id = $1`, [bonnePage]);
  expect(await told()).toEqual([]);
  expect(await says(relay, library)).toEqual({ code: 'SERVICE_NOT_FOUND' });
  await hub.db.query(
    `update directory.organization set confidential = false, confidential_reason = null, relay_organization_id = null where id = $1`,
    [bonnePage],
  );
  expect(await says(relay, library)).toEqual({ code: 'NOT_YOUR_SERVICE' });
  const { answer } = await relay.ask(confirming, { input: { serviceIds: [kitchen, library] } });
  expect(answer).toEqual({ code: 'NOT_YOUR_SERVICE', field: 'serviceIds.1' });
});
