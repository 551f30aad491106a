import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StillTold } from '../../libs/platform/events/still-told.ts';
import { kitchen, pain, someServices } from '../support/region.ts';
import { take, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start(undefined, { LOG_LEVEL: 'fatal' });
  await someServices(hub.db);
});
afterAll(() => hub?.close());

test('what may be told could not be found out: it is not passed over, the stream ends, and its reader resumes from before it', async () => {
  const anybody = await hub.as();
  const { position: after } = await anybody.ask('{ position }');
  const editor = await hub.as('PARTNER_EDITOR', pain);
  for (const state of ['OPEN', 'FULL'])
    await editor.ask(`mutation { reportServiceStatus(input: { serviceId: "${kitchen}", state: ${state} }) { __typename } }`);

  const still = hub.get(StillTold);
  const tells = still.tells.bind(still);
  let asked = 0;
  still.tells = async (event, reader) => {
    if (++asked === 2) throw new Error('The database is away.');
    return tells(event, reader);
  };
  const live = 'subscription ($after: Position) { serviceStatusChanged(after: $after) { position status { state } } }';
  const heard: { position: string; status: { state: string } }[] = [];
  const listen = async (from: string) => {
    for await (const { serviceStatusChanged } of anybody.watch(live, { after: from })) heard.push(serviceStatusChanged);
  };
  await expect(listen(after)).rejects.toMatchObject({ extensions: { code: 'INTERNAL' } });
  expect(heard.map(({ status }) => status.state)).toEqual(['OPEN']);
  const [rest] = await take(anybody.watch(live, { after: heard[0]!.position }), 1);
  expect(rest.serviceStatusChanged.status.state).toBe('FULL');
});
