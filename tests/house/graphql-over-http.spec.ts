import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => void (hub = await TestHub.start()));
afterAll(() => hub?.close());

const audits = serverAudits({ url: () => `${hub.url}/graphql`, fetchFn: fetch });

/** Three of them allow a server to answer GET. Ours does not: what is asked must not lie in addresses, which proxies write down. */
const byGet = new Set(['5A70', 'D6D5', '6A70']);

test('there are as many as when we met them', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits)('$id $name', async audit => {
  expect((await audit.fn()).status).toBe(byGet.has(audit.id) ? 'notice' : 'ok');
});
