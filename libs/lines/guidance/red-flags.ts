/** As it is compared: small letters without accents, one space between words and around them. */
export const plain = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Those of the words that the text holds, each at the beginning of a word: « suicid » finds « suicidaire ». */
export function raisedBy(text: string | null | undefined, words: readonly string[]): string[] {
  if (!text) return [];
  const typed = plain(text);
  return words.filter(word => {
    const sought = plain(word).trimEnd();
    return sought !== '' && typed.includes(sought);
  });
}
