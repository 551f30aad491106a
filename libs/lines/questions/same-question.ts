import { plain } from '../guidance/red-flags.ts';

/** Words that ask, and say nothing of what. */
const empty = new Set(
  `a au aux avec c ce ces cet cette combien comment d dans de des du elle elles en es est et etre eux fait faire faut il ils j je l la le les
   leur lui m ma me mes moi mon n ne nous on ont ou où par pas peut peuvent peux pour pourquoi puis qu quand que quel quelle quelles quels qui
   quoi s sa sans se ses si son sont sur t ta te tes toi ton tu un une va vous y
   an and are be by can could do does for from get have how i if in is it me my of on or our should so that the their them there they this to
   us was we what when where which who why will with would you your`
    .split(/\s+/)
    .map(word => plain(word).trim()),
);

const LONGEST = 400;

/**
 * How a question is compared: its telling words, without accents or plural, each once, in the order of the alphabet. Where none tells
 * anything, all of them.
 */
export function telling(text: string): string {
  const words = plain(text).trim().split(' ').filter(Boolean);
  const told = words.filter(word => !empty.has(word)).map(word => (word.length > 3 ? word.replace(/[sx]$/, '') : word));
  return [...new Set(told.length > 0 ? told : words)].sort().join(' ').slice(0, LONGEST);
}
