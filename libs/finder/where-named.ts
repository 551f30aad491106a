import { nearWords } from './near-words.ts';
import { plain } from './words-asked.ts';

/** What somebody typed of a place, as names may be written. */
export interface WhereNamed {
  /** What a postal code begins with; a letter and a digit at least. */
  readonly postal: string | null;
  /** The same name, with its abbreviations written out, and abbreviated. */
  readonly names: readonly string[];
  /** The words that tell one street from another; none where only what many are called is said. */
  readonly street: readonly string[];
  /** It says that it is a street. */
  readonly isStreet: boolean;
}

const LONGEST = 100;

/** What many streets are called says nothing of one. */
const ways: Readonly<Record<string, string>> = {
  ...{ rue: 'rue', r: 'rue', street: 'rue', avenue: 'avenue', av: 'avenue', ave: 'avenue', boulevard: 'boulevard', boul: 'boulevard' },
  ...{
    blvd: 'boulevard',
    bd: 'boulevard',
    bl: 'boulevard',
    chemin: 'chemin',
    ch: 'chemin',
    road: 'chemin',
    montee: 'montee',
    mtee: 'montee',
  },
  ...{ place: 'place', pl: 'place', rang: 'rang', rg: 'rang', route: 'route', rte: 'route', croissant: 'croissant', crois: 'croissant' },
  ...{ terrasse: 'terrasse', terr: 'terrasse', allee: 'allee', impasse: 'impasse', autoroute: 'autoroute', aut: 'autoroute' },
};
const small = new Set(['de', 'des', 'du', 'la', 'le', 'les', 'l', 'd', 'the', 'est', 'ouest', 'nord', 'sud', 'e', 'o']);
const longer: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes', mt: 'mont', gde: 'grande' };
const shorter = Object.fromEntries(Object.entries(longer).map(([short, long]) => [long, short]));

const CODE = /\b([a-z]\d[a-z])(?: ?(\d[a-z]\d))?\b/;
const TOWN = /(?:^| )laval(?: (?:qc|quebec))?$|(?: (?:qc|quebec))$/;

export function whereNamed(text: string): WhereNamed {
  const typed = (plain(text.slice(0, LONGEST)).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  const postal = CODE.exec(typed)?.[1] ?? (/^[a-z] ?\d?$/.test(typed) ? typed.replace(' ', '') : null);
  const rest = typed.replace(CODE, ' ').replace(/\s+/g, ' ').trim();
  const said = (rest.replace(TOWN, '') || rest).split(' ').filter(Boolean);
  const words = said.length > 1 && /^\d+[a-z]?$/.test(said[0]!) ? said.slice(said[1]!.length === 1 && said.length > 2 ? 2 : 1) : said; // without the number in the street
  const [way] = words;
  const isStreet = words.length > 1 && way !== undefined && way in ways;
  const long = words.map(word => longer[word] ?? word);
  const names = [words, long, long.map(word => shorter[word] ?? word)].map(each => each.join(' ')).filter(Boolean);
  const street = (isStreet ? long.slice(1) : long).filter(word => !small.has(word));
  return { postal, names: [...new Set(names)], street: street.some(word => word.length > 2 && !(word in ways)) ? street : [], isStreet };
}

/** Each word is one of the name's, or begins it, or is near to it. */
export function isNear(words: readonly string[], name: string): boolean {
  const known = name.split(' ');
  return words.every(word => known.some(each => each.startsWith(word)) || nearWords(word, known).length > 0);
}

/** How a street's name may be written: what it is called as such, and its words. */
export const streetNames = (words: readonly string[]): string[] => [
  ...new Set([words.join(' '), words.map(word => shorter[word] ?? word).join(' ')]),
];

/** Who says that it is an avenue means no street of that name, where there is such an avenue. */
export function ofThatWay<Named extends { readonly name: string }>(found: readonly Named[], text: string): readonly Named[] {
  const { isStreet, names } = whereNamed(text);
  const wayOf = (name: string) => ways[name.split(' ')[0]!];
  const way = isStreet ? wayOf(names[0]!) : undefined;
  const such = found.filter(({ name }) => way !== undefined && wayOf(name) === way);
  return such.length > 0 ? such : found;
}
