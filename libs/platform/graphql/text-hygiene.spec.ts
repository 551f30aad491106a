import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, LONGEST_TEXT } from './text-hygiene.ts';

test('a text is kept in one form', () => {
  expect(cleanText('e\u0301te\u0301')).toBe('été');
  expect(cleanText('a\r\nb\rc\td')).toBe('a\nb\nc\td');
  expect(cleanText('\u202eabc\u2066\u200f')).toBe('abc');
  expect(cleanText('<b>&amp;</b> 👩‍👩‍👧 ﷽')).toBe('<b>&amp;</b> 👩‍👩‍👧 ﷽');
});

test('what is clean stays as it is, and nothing that is let through can hurt the database', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      let clean: string;
      try {
        clean = cleanText(text);
      } catch {
        return true;
      }

      return cleanText(clean) === clean && clean.isWellFormed() && !/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069]/.test(clean);
    }),
  );
});

test.each([
  ['NUL', '\u0000'],
  ['a bell', '\u0007'],
  ['a vertical tab', '\u000b'],
  ['an escape', '\u001b[0m'],
  ['half a character', '\ud800'],
  ['more than any field takes', 'a'.repeat(LONGEST_TEXT + 1)],
])('%s is refused', (_, text) => {
  expect(() => cleanText(text)).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }));
});
