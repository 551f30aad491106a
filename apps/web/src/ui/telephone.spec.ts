import { expect, test } from '@jest/globals';
import { telephone } from './telephone.ts';

test.each([
  ['450-555-0142', '450 555-0142', 'tel:+14505550142'],
  ['+1 (450) 555-0142', '450 555-0142', 'tel:+14505550142'],
  ['18662773553', '1 866 277-3553', 'tel:+18662773553'],
  ['211', '211', 'tel:211'],
  ['+33 1 23 45 67 89', '+33 1 23 45 67 89', 'tel:+33123456789'],
])('%s is read %s', (number, shown, href) => {
  expect({ ...telephone(number), shown: telephone(number).shown.replaceAll('\u00A0', ' ') }).toEqual({ shown, href });
});
