import { expect, test } from '@jest/globals';
import { isPushService } from './push-services.ts';

const services = ['https://push.example', 'https://*.notify.example', 'http://127.0.0.1:4000'];

test.each([
  ['https://push.example/abc', true],
  ['https://wns2.notify.example/?token=a', true],
  ['http://127.0.0.1:4000/x', true],
  ['http://push.example/abc', false],
  ['https://push.example:444/abc', false],
  ['https://push.example.evil.test/abc', false],
  ['https://notify.example/abc', false],
  ['https://evilnotify.example/abc', false],
  ['https://push.example@evil.test/abc', false],
  ['https://me@push.example/abc', false],
  ['nothing', false],
])('%s: %s', (endpoint, known) => expect(isPushService(endpoint, services)).toBe(known));
