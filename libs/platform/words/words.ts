import { type Language, languages, type RefusalParams } from '#libs/kernel';

type Texts = Record<string, string>;
const texts: Record<Language, Texts> = { fr: {}, en: {} };

/** A room's `words.fr.json` and `words.en.json`: what the hub says to people, by code. Both languages at once. */
export function addWords(words: Record<Language, Texts>): void {
  for (const language of languages)
    for (const [code, text] of Object.entries(words[language])) {
      if (texts[language][code] !== undefined && texts[language][code] !== text) throw new Error(`Two rooms say ${code} otherwise.`);
      texts[language][code] = text;
    }
}

/** The text of a code, its `{places}` filled. */
export function say(language: Language, code: string, params: RefusalParams = {}): string {
  const text = texts[language][code];
  if (text === undefined) throw new Error(`Nobody has said what ${code} means.`);
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
