/** A kind by what it is called, and by the words that people ask for it with. */
export interface Named<K> {
  readonly kind: K;
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** They say nothing of what is needed. */
const empty = new Set(
  'a à au aux d de des du en et j je l la le les ma me mes mon n ne ou par pas plus pour qu que qui s sa se ses son sur un une y ai besoin veux voudrais cherche a an and any are for get have help how i in is it me my need of on or please some the to want with aide aider'.split(
    ' ',
  ),
);

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('’', "'");

/** Singular and plural of either language, near enough. */
const root = (word: string): string => (word.length > 4 ? word.replace(/(x|e?s)$/, '') : word);

/** The words of a text that say something, plain. */
export const wordsIn = (text: string): string[] => (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !empty.has(word));

/**
 * The kinds that some words ask for, the likeliest first: of what was said, the share that a kind is asked for with, its own name counting
 * for more. `score` from 0 to 1.
 */
export function understood<K>(text: string, kinds: readonly Named<K>[]): { kind: K; score: number }[] {
  const said = wordsIn(text).map(root);
  if (said.length === 0) return [];
  const whole = ` ${said.join(' ')} `;
  return kinds
    .map(({ kind, names, words }, place) => {
      const called = names.map(name => wordsIn(name).map(root)).filter(name => name.length > 0);
      const asked = words.map(word => wordsIn(word).map(root)).filter(word => word.length > 0);
      const isNamed = called.some(name => whole.includes(` ${name.join(' ')} `));
      const hits = new Set([...called.flat(), ...asked.filter(word => whole.includes(` ${word.join(' ')} `)).flat()]);
      const share = said.filter(word => hits.has(word)).length / said.length;
      return { kind, place, score: share === 0 ? 0 : Math.min(1, share * 0.8 + (isNamed ? 0.2 : 0)) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.place - b.place)
    .map(({ kind, score }) => ({ kind, score }));
}
