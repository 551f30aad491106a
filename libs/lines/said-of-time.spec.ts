import { expect, test } from '@jest/globals';
import { momentSaid, spanSaid } from './said-of-time.ts';

const zone = 'America/Toronto';
const plain = (text: string) => text.replace(/\s+/g, ' ');

test('the first of a month is the first, and one o’clock is one o’clock', () => {
  const [one, five] = [new Date('2026-12-01T06:05:00Z'), new Date('2026-12-01T10:00:00Z')];
  expect(plain(spanSaid('fr', one, five, zone))).toMatch(/^mardi 1er décembre.* 1 h 05 – 5 h$|^mardi 1er décembre.* 1 h 05 – 5 h 00$/);
  expect(plain(momentSaid('fr', one, zone))).toContain('mardi 1er décembre 2026');
  expect(plain(momentSaid('en', one, zone))).toContain('December 1, 2026');
});

test('a span over midnight says both days; the eleventh and the twenty-first stay as they are', () => {
  const span = plain(spanSaid('fr', new Date('2026-12-11T23:00:00Z'), new Date('2026-12-22T04:00:00Z'), zone));
  expect(span).toContain('vendredi 11 décembre');
  expect(span).toContain('lundi 21 décembre');
});
