import { expect, test } from '@jest/globals';
import { codeFrom, newCode } from './display-code.ts';

test('a code is read as it was made, however it is typed', () => {
  for (let n = 0; n < 200; n += 1) {
    const code = newCode();
    expect(code).toMatch(/^[^AEIOUY\d]{4}-[^AEIOUY\d]{4}$/);
    for (const typed of [code, code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `])
      expect(codeFrom(typed)).toBe(code);
  }
});

test.each(['', 'BCDF', 'BCDF-GHJA', 'BCDF-GHJKL', '1234-5678'])('%j is none', typed => expect(codeFrom(typed)).toBeNull());
