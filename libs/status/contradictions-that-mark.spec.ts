import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contradictionsMark, TOGETHER, type Voice } from './contradictions-that-mark.ts';

const now = new Date('2026-03-04T12:00:00Z');
const voice = (more: Partial<Voice> = {}): Voice => ({ madeAt: now, byCentre: false, account: null, address: 'a', ...more });

test.each<[string, Voice[], boolean]>([
  ['nobody', [], false],
  ['one who is not known', [voice()], false],
  ['one of 211', [voice({ byCentre: true })], true],
  ['two addresses', [voice(), voice({ address: 'b' })], true],
  ['one address twice', [voice(), voice()], false],
  ['two accounts behind one address', [voice({ account: '1' }), voice({ account: '2' })], true],
  ['one account in two places', [voice({ account: '1' }), voice({ account: '1', address: 'b' })], false],
  ['an account, and nobody known at its address', [voice({ account: '1' }), voice()], false],
  ['two addresses, too far apart', [voice(), voice({ address: 'b', madeAt: new Date(+now - TOGETHER - 1) })], false],
])('%s', (_, voices, marks) => expect(contradictionsMark(voices, now)).toBe(marks));

const voices = fc.array(
  fc.record({
    madeAt: fc.integer({ min: 0, max: 72 }).map(hours => new Date(+now - hours * 3_600_000)),
    byCentre: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
    account: fc.constantFrom(null, '1', '2'),
    address: fc.constantFrom('a', 'b'),
  }),
  { maxLength: 6 },
);

test('one more voice takes no mark away, and their order changes nothing', () => {
  fc.assert(
    fc.property(voices, voices, (some, more) => {
      const all = contradictionsMark([...some, ...more], now);
      return all === contradictionsMark([...more, ...some], now) && (all || !contradictionsMark(some, now));
    }),
  );
});

test('whatever one outsider says, however often, marks nothing', () => {
  fc.assert(
    fc.property(
      voices,
      said =>
        !contradictionsMark(
          said.map(each => ({ ...each, byCentre: false, account: null, address: 'a' })),
          now,
        ),
    ),
  );
});
