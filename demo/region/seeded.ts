/** The same for the same words, each time and everywhere: what is invented stays as it was. */
export class Seeded {
  private state: number;

  constructor(words: string) {
    let hash = 2_166_136_261;
    for (const character of words) hash = Math.imul(hash ^ character.codePointAt(0)!, 16_777_619);
    this.state = hash;
  }

  /** From 0, included, to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** By weight: the heavier the likelier. */
  weighed<T>(list: readonly T[], weight: (item: T) => number): T {
    let left = this.next() * list.reduce((total, item) => total + weight(item), 0);
    return list.find(item => (left -= weight(item)) < 0) ?? list.at(-1)!;
  }
}
