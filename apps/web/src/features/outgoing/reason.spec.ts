import { expect, test } from '@jest/globals';
import { whyOf } from './reason.ts';

test.each([
  ['SMTP_550', 'refusedAddress'],
  ['5.1.1', 'refusedAddress'],
  ['SMTP_552', 'full'],
  ['5.2.2', 'full'],
  ['SMTP_571', 'refused'],
  ['SMTP_535', 'notUs'],
  ['SMTP_451', 'later'],
  ['HTTP_503', 'later'],
  ['HTTP_410', 'gone'],
  ['ECONNREFUSED', 'noAnswer'],
  ['EAUTH', 'notUs'],
  ['UND_ERR_CONNECT_TIMEOUT', 'noAnswer'],
  ['CERT_HAS_EXPIRED', 'noAnswer'],
  ['SMTP_URL_NOT_SET', 'notSet'],
  ['WORKER_DIED', 'stopped'],
  ['UNKNOWN', 'other'],
])('%s is said as « %s »', (code, why) => expect(whyOf(code)).toBe(why));
