/** The values of a statement, and the places they have in it: the same value of the same type has one. */
export class Params {
  readonly values: unknown[] = [];
  private readonly known = new Map<string, string>();

  of(value: unknown, type: string): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const place = this.known.get(key);
    if (place) return place;
    this.values.push(value);
    const made = `$${this.values.length}::${type}`;
    this.known.set(key, made);
    return made;
  }
}
