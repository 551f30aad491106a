import synonyms from './synonyms.json' with { type: 'json' };

/** What a word asked may be found under: any of these, each some words that must all be there. */
export type Forms = readonly (readonly string[])[];

/** One thing asked: as it was written, and whatever means the same. */
export interface Asked {
  readonly own: readonly string[];
  readonly forms: Forms;
}

/** More than anybody asks; what follows is not looked for. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const READ = 2_000;

/** They say nothing of what is looked for. */
const empty = new Set(
  `a à ai au aux avec ce ces cet cette chez comment d dans de des du elle en est et eux il ils j je l la le les leur leurs lui m ma me mes mon n ne nos
  notre nous on ou où par pas pour qu que qui s sa sans se ses si son sont suis sur t ta te tes toi ton un une vos votre vous y veux cherche trouver besoin
  about am an and any are at be by can do does for from get have how i in is it looking me my need of on or our search so that the their them there they near pres free gratuit gratuite gratuits gratuites gratuitement
  this to us want we what when where which who with you your`
    .split(/\s+/)
    .map(plain),
);

/** Accents, capitals, ligatures make no difference, nor does what stands between letters. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss');
}

const split = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text that say something; all of them, where none does. */
export function wordsOf(text: string): string[] {
  const words = split(text.length > READ ? text.slice(0, READ).replace(/\S+$/, '') : text).map(word => word.slice(0, LONGEST_WORD));
  const telling = words.filter(word => !empty.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST_WORDS);
}

/** Singular and plural of either language, near enough to look a word up; the database knows its stem. */
const root = (word: string): string =>
  word.length < 4
    ? word
    : word
        .replace(/aux$/, 'al')
        .replace(/[sx]$/, '')
        .replace(/(ie|y)$/, 'i')
        .replace(/e$/, '');
const rootOf = (words: readonly string[]): string => words.map(root).join(' ');

/** What means the same as some words, by their roots. */
const means = new Map<string, string[][]>();
for (const { same, also = [] } of synonyms.groups as { same: string[]; also?: string[] }[]) {
  const forms = [...same, ...also].map(wordsOf);
  for (const each of same) {
    const key = rootOf(wordsOf(each));
    means.set(key, [...(means.get(key) ?? []), ...forms]);
  }
}
const longest = Math.max(...[...means.keys()].map(key => key.split(' ').length));

const known = new Set((synonyms.groups as { same: string[] }[]).flatMap(({ same }) => same.flatMap(wordsOf)));

/** The words that synonyms are made of, but for other forms of this one: people may have meant one of them. */
export const wordsUnlike = (word: string): string[] => [...known].filter(each => each.length > 2 && root(each) !== root(word));

/** What is asked by these words: the longest run of them that has synonyms goes before a shorter one. */
export function askedBy(words: readonly string[]): Asked[] {
  const asked: Asked[] = [];
  for (let at = 0; at < words.length;) {
    let taken = Math.min(longest, words.length - at);
    while (taken > 1 && !means.has(rootOf(words.slice(at, at + taken)))) taken -= 1;
    const own = words.slice(at, at + taken);
    asked.push({ own, forms: unique([own, ...(means.get(rootOf(own)) ?? [])]) });
    at += taken;
  }
  return asked;
}

const unique = (forms: readonly (readonly string[])[]): Forms => [...new Map(forms.map(form => [form.join(' '), form])).values()];

/** As to_tsquery reads it; of words that consist of letters and digits only. `weights`: only where it weighs so. */
export function written(forms: Forms, weights = ''): string {
  const mark = weights && `:${weights}`;
  return forms.map(form => form.map(word => word + mark).join(' & ')).join(' | ');
}

const common = [...new Set((synonyms.groups as { same: string[] }[]).flatMap(({ same }) => same))].map(word => ({
  word,
  spaced: ` ${split(word).join(' ')}`,
}));

/** Expressions of the synonyms with a word that begins so. */
export const commonWords = (typed: string, most: number): string[] =>
  common
    .filter(({ spaced }) => spaced.includes(` ${typed}`))
    .sort((a, b) => Number(b.spaced.startsWith(` ${typed}`)) - Number(a.spaced.startsWith(` ${typed}`)) || a.word.length - b.word.length)
    .slice(0, most)
    .map(({ word }) => word);
