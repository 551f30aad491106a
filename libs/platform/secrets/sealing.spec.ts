import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { opened, sealed, wrappingKey } from './sealing.ts';
import { Secret } from './secret.ts';

const key = randomBytes(32);
const place = 'lines.routing_caller|1|number';

test('whatever is sealed is read again where it was sealed, and sealed twice it never looks the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const [one, other] = [sealed(key, place, Buffer.from(text)), sealed(key, place, Buffer.from(text))];
      expect(opened(key, place, one)).toEqual(Buffer.from(text));
      expect(one.equals(other)).toBe(false);
    }),
  );
});

test('in another row or column, under another key, or with any byte changed, it does not open', () => {
  const blob = sealed(key, place, Buffer.from('450 555-0117'));
  expect(() => opened(key, 'lines.routing_caller|2|number', blob)).toThrow();
  expect(() => opened(key, 'lines.routing_caller|1|place', blob)).toThrow();
  expect(() => opened(randomBytes(32), place, blob)).toThrow();
  for (let n = 0; n < blob.length; n++) {
    const changed = Buffer.from(blob);
    changed[n]! ^= 1;
    expect(() => opened(key, place, changed)).toThrow();
  }
  for (let length = 0; length < blob.length; length++) expect(() => opened(key, place, blob.subarray(0, length))).toThrow();
});

test('the same words make the same key, which its fingerprint names and does not tell', () => {
  const [one, again, other] = ['a'.repeat(32), 'a'.repeat(32), 'b'.repeat(32)].map(wrappingKey) as [Key, Key, Key];
  expect([one.key.equals(again.key), one.fingerprint === again.fingerprint, one.fingerprint === other.fingerprint]).toEqual([
    true,
    true,
    false,
  ]);
  expect(one.fingerprint).toMatch(/^[0-9a-f]{8}$/);
  expect(one.key.toString('hex')).not.toContain(one.fingerprint);
});
type Key = ReturnType<typeof wrappingKey>;

test('a secret shows itself to who asks for it by name, and to nobody else', () => {
  const secret = new Secret('450 555-0117');
  expect(secret.reveal()).toBe('450 555-0117');
  const shown = [
    JSON.stringify({ secret }),
    `${secret}`,
    inspect({ secret }),
    inspect(secret, { showHidden: true, depth: 5 }),
    JSON.stringify({ ...secret }),
  ];
  expect(shown.filter(text => text.includes('555'))).toEqual([]);
});
