/** Words as they are looked for: whatever their accents, ligatures and capitals. */
export const plain = (text: string): string =>
  text.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('’', "'").normalize('NFD').replace(/\p{M}/gu, '').trim();

/** Each word that is asked begins a word that is there. */
export function holds(asked: string, texts: readonly (string | null | undefined)[]): boolean {
  const there = ` ${plain(texts.filter(Boolean).join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  return plain(asked)
    .split(/[^\p{L}\p{N}]+/u)
    .every(word => there.includes(` ${word}`) || (word.length > 3 && word.endsWith('s') && there.includes(` ${word.slice(0, -1)}`)));
}
