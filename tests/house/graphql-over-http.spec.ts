import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => void (hub = await TestHub.start()));
afterAll(() => hub?.close());

const audits = serverAudits({ url: () => `${hub.url}/graphql`, fetchFn: fetch });

test('the specification has as many requirements as when we met them all', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits)('$id $name', async audit => {
  expect(await audit.fn()).toMatchObject({ status: 'ok' });
});
