import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => void (hub = await TestHub.start()));
afterAll(() => hub?.close());

/** By GET we answer only behind a header that asks the browser's leave first. */
const asked: typeof fetch = (address, options) =>
  fetch(address, { ...options, headers: { ...options?.headers, ...(isGet(options) && { 'apollo-require-preflight': '1' }) } });
const isGet = (options?: RequestInit) => !options?.method || options.method === 'GET';

const audits = serverAudits({ url: () => `${hub.url}/graphql`, fetchFn: asked });

test('there are as many as when we met them', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits)('$id $name', async audit => {
  expect((await audit.fn()).status).toBe('ok');
});
