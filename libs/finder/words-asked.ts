import synonyms from './synonyms.json' with { type: 'json' };

/** What a word asked may be found under: any of these, each some words that must all be there. */
export type Forms = readonly (readonly string[])[];

/** One thing asked: as it was written, and whatever means the same. */
export interface Asked {
  readonly own: readonly string[];
  /** What says just that. */
  readonly same: Forms;
  /** That, and what is found too. */
  readonly forms: Forms;
}

interface Group {
  readonly same: readonly string[];
  readonly also?: readonly string[];
  readonly asked?: readonly string[];
}
type Meaning = Omit<Asked, 'own'>;

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

const household = /\b(pour|for) (toute )?(ma|notre|my|our) (whole |entire )?(famille|family)\b/giu;

/** The same of what somebody asks: who looks for something for their family looks for that, not for families. */
export function wordsAsked(text: string): string[] {
  const rest = text.replace(household, ' ');
  return split(rest).some(word => !empty.has(word)) ? wordsOf(rest) : wordsOf(text);
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

const groups: readonly Group[] = synonyms.groups;
/** What means the same as some words, by their roots; what is asked by a word that is looked for nowhere, by that very word. */
const means = new Map<string, Meaning>();
const meantBy = new Map<string, Meaning>();
for (const { same, also = [], asked = [] } of groups) {
  const [said, more] = [same.map(wordsOf), also.map(wordsOf)];
  for (const key of said.map(rootOf)) {
    const already = means.get(key) ?? { same: [], forms: [] };
    means.set(key, { same: [...already.same, ...said], forms: [...already.forms, ...said, ...more] });
  }
  for (const each of asked) meantBy.set(wordsOf(each).join(' '), { same: said, forms: [...said, ...more] });
}
const longest = Math.max(...[...means.keys()].map(key => key.split(' ').length));

/** Of more than one, also one. */
const known = new Set(groups.flatMap(({ same }) => same.flatMap(wordsOf)).flatMap(word => [word, word.replace(/(?<=[^s]{3})s$/, '')]));

/** The words that synonyms are made of, but for other forms of this one: people may have meant one of them. */
export const wordsUnlike = (word: string): string[] => [...known].filter(each => each.length > 2 && root(each) !== root(word));

/** We know what it means: it is no mistake, even where nothing answers to it. */
export const isKnown = (word: string): boolean => known.has(word) || means.has(root(word)) || meantBy.has(word);

/** What is asked by these words: the longest run of them that has synonyms goes before a shorter one. */
export function askedBy(words: readonly string[]): Asked[] {
  const asked: Asked[] = [];
  for (let at = 0; at < words.length;) {
    let taken = Math.min(longest, words.length - at);
    while (taken > 1 && !means.has(rootOf(words.slice(at, at + taken)))) taken -= 1;
    asked.push(askedIn(words.slice(at, at + taken)));
    at += taken;
  }
  return asked;
}

function askedIn(own: readonly string[]): Asked {
  const instead = meantBy.get(own.join(' '));
  if (instead) return { own, ...instead };
  const { same = [], forms = [] } = means.get(rootOf(own)) ?? {};
  return { own, same: unique([own, ...same]), forms: unique([own, ...forms]) };
}

const unique = (forms: readonly (readonly string[])[]): Forms => [...new Map(forms.map(form => [form.join(' '), form])).values()];

/** As to_tsquery reads it; of words that consist of letters and digits only. `weights`: only where it weighs so. */
export function written(forms: Forms, weights = ''): string {
  const mark = weights && `:${weights}`;
  return forms.map(form => form.map(word => word + mark).join(' & ')).join(' | ');
}

const common = [...new Set(groups.flatMap(({ same }) => same))].map(word => ({
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
