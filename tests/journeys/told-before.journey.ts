import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RawSocket } from '../support/raw.ts';
import { kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

const report =
  'mutation ($id: ID!) { reportServiceStatus(input: { serviceId: $id, state: OPEN }) { ... on ServiceStatusReported { report { position } } } }';

test('who asks over a socket where the log stands is first told all that was before', async () => {
  const partner = await hub.as('PARTNER_EDITOR', pain);
  const { position: beginning } = await partner.ask('{ position }');
  for (let n = 0; n < 30; n++) await partner.ask(report, { id: kitchen });
  const socket = await RawSocket.greeted(hub.url);
  socket.ask(
    'live',
    'subscription ($after: Position) { serviceStatusChanged(after: $after) { position service { id name { fr } status { state } } } }',
    {
      after: beginning,
    },
  );
  socket.ask('asked', '{ position }');
  await socket.hears('next', 'asked');
  const heard = socket.heard.filter(({ type }: Answer) => type === 'next').map(({ id }: Answer) => id);
  expect(heard).toEqual([...Array.from({ length: 30 }, () => 'live'), 'asked']);
  socket.close();
});

test('a subscription that is refused is refused before that answer', async () => {
  const socket = await RawSocket.greeted(hub.url);
  socket.ask('live', 'subscription { serviceStatusChanged(after: "elsewhere.1") { position } }');
  socket.ask('asked', '{ position }');
  await socket.hears('next', 'asked');
  expect(socket.heard.filter(({ id }: Answer) => id).map(({ type, id }: Answer) => `${type} ${id}`)[0]).toBe('error live');
  socket.close();
});
