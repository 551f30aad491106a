import { expect, test } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { callerAddress, counted, isLoopback } from './address.ts';
import { originOf } from './origin.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '::1'],
])('%s is counted as %s', (address, as) => {
  expect(counted(address)).toBe(as);
});

test('loopback is this machine and nothing else', () => {
  expect(['127.0.0.1', '127.1.2.3', '::1', '203.0.113.7', '0:0:0:0::/64'].map(isLoopback)).toEqual([true, true, true, false, false]);
});

const request = (headers: object, remoteAddress = '10.0.0.1') => ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;

test('who passes a request on is believed only where that was said, and then for its own word, the last', () => {
  const forwarded = request({ 'x-forwarded-for': '1.1.1.1, 203.0.113.7' });
  expect([callerAddress(forwarded, false), callerAddress(forwarded, true)]).toEqual(['10.0.0.1', '203.0.113.7']);
});

test.each([
  [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, null, 'own'],
  [{ origin: 'http://localhost:3001', host: 'localhost:3000' }, null, 'foreign'],
  [{ origin: 'https://fanal.example', host: 'internal:3000' }, 'https://fanal.example', 'own'],
  [{ origin: 'http://fanal.example', host: 'fanal.example' }, 'https://fanal.example', 'foreign'],
  [{ origin: 'https://fanal.example.evil.example', host: 'fanal.example' }, 'https://fanal.example', 'foreign'],
  [{ origin: 'null', host: 'localhost:3000' }, null, 'foreign'],
  [{ host: 'localhost:3000' }, null, 'none'],
  [{ host: 'localhost:3000', 'sec-fetch-site': 'same-site' }, null, 'foreign'],
])('%o, known as %s, is %s', (headers, publicUrl, origin) => {
  expect(originOf(request(headers), publicUrl)).toBe(origin);
});
