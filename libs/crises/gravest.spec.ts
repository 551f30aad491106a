import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gravest, gravity } from './gravest.ts';

const phases = fc.array(fc.constantFrom(...gravity), { minLength: 1, maxLength: 12 });

test('a crisis in intervention anywhere is in intervention; recovering, it is graver than watched; over, when all of it is', () => {
  expect(gravest(['RECOVERY', 'RESPONSE', 'ALERT'])).toBe('RESPONSE');
  expect(gravest(['WATCH', 'RECOVERY', 'CLOSED'])).toBe('RECOVERY');
  expect(gravest(['CLOSED', 'WATCH'])).toBe('WATCH');
  expect(gravest(['CLOSED', 'CLOSED'])).toBe('CLOSED');
});

test('it is one of the phases, and no other is graver; how the areas are grouped changes nothing', () => {
  fc.assert(
    fc.property(phases, phases, (some, others) => {
      const all = gravest([...some, ...others]);
      expect(some.concat(others)).toContain(all);
      expect(some.concat(others).every(phase => gravity.indexOf(all) <= gravity.indexOf(phase))).toBe(true);
      expect(gravest([gravest(some), gravest(others)])).toBe(all);
    }),
  );
});
