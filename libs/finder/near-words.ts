/** How many letters must be put in, left out, changed or swapped with the next to make one word of the other. */
export function lettersApart(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[one.length]![other.length]!;
}

const MOST = 3;

/** Those of the words that somebody may have meant: few letters apart for its length, the nearest first. A number is never a mistake. */
export function nearWords(word: string, known: Iterable<string>): string[] {
  const allowed = word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2;
  return [...new Set(known)]
    .filter(each => each !== word && Math.abs(each.length - word.length) <= allowed && !/\d/.test(each))
    .map(each => ({ each, apart: lettersApart(word, each) }))
    .filter(({ apart }) => apart <= allowed)
    .sort((a, b) => a.apart - b.apart || Number(b.each[0] === word[0]) - Number(a.each[0] === word[0]) || (a.each < b.each ? -1 : 1))
    .slice(0, MOST)
    .map(({ each }) => each);
}
