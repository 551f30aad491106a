import { expect, test } from '@jest/globals';
import { e164 } from './telephone.ts';

test.each([
  ['450 555-0117', '+14505550117'],
  ['(514) 555-0117', '+15145550117'],
  ['1 877 644-4545', '+18776444545'],
  ['+33 1 23 45 67 89', '+33123456789'],
  ['211', null],
  ['450 055-0117', null],
  ['+0123', null],
  ['poste 12', null],
])('%s is %s', (given, number) => expect(e164(given)).toBe(number));
