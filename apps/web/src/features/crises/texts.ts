import type { LocalizedTextInput } from '../../hub/gql/graphql.ts';

/** Lines of two languages, put together by their place; what is empty in both is left out. */
export function textsOf(fr: string, en: string): LocalizedTextInput[] {
  const [french, english] = [fr, en].map(lines => lines.split('\n').map(line => line.trim())) as [string[], string[]];
  return Array.from({ length: Math.max(french.length, english.length) }, (_, n) => ({
    ...(french[n] && { fr: french[n] }),
    ...(english[n] && { en: english[n] }),
  })).filter(({ fr: one, en: other }) => one || other);
}

/** As long as the hub takes one. */
export const LONGEST_LINE = 200;

/** The first of them that is too long, cut to know it by. */
export function tooLong(...languages: readonly (string | null | undefined)[]): string | null {
  const line = languages.flatMap(lines => (lines ?? '').split('\n')).find(each => [...each.trim()].length > LONGEST_LINE);
  return line === undefined ? null : `${[...line.trim()].slice(0, 24).join('')}…`;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œŒ]/g, 'oe')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '');

/** The other way: a line each, in its place in both languages. */
export const linesOf = (texts: readonly LocalizedTextInput[], language: 'fr' | 'en'): string =>
  texts
    .map(text => text[language] ?? '')
    .join('\n')
    .trimEnd();

type Kind = { code: string; name: LocalizedTextInput };

/** Kinds of need by their names: the code of one that has this name already, else made of its first name; two alike are told apart. */
export function kindsOf(fr: string, en: string, known: readonly Kind[] = []): { code: string; name: LocalizedTextInput }[] {
  const taken = new Set<string>();
  const texts = textsOf(fr, en);
  const before = texts.map(name => known.find(kind => isSame(kind.name, name))?.code);
  const kept = new Set(before);
  return texts.map((name, at) => {
    const own = before[at];
    if (own !== undefined && !taken.has(own)) {
      taken.add(own);
      return { code: own, name };
    }
    const begins = plain(name.fr ?? name.en ?? '').slice(0, 45) || 'KIND';
    let code = begins;
    for (let n = 2; taken.has(code) || kept.has(code); n++) code = `${begins}_${n}`;
    taken.add(code);
    return { code, name };
  });
}

const isSame = (one: LocalizedTextInput, other: LocalizedTextInput): boolean =>
  Boolean((one.fr && one.fr === other.fr) || (one.en && one.en === other.en));
