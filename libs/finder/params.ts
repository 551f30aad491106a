/** What is nearer to nothing, the database's arithmetic refuses. */
const LEAST = 1e-12;

/** The values of a statement, and the places they have in it: the same value of the same type has one. */
export class Params {
  readonly values: unknown[] = [];
  private readonly known = new Map<string, string>();

  /** `kept`: for a statement whose plan is kept, whatever the values. */
  constructor(private readonly kept = false) {}

  /** What hangs on the values alone: computed once where the plan is kept; where it is made anew, it is made with it. */
  once(expression: string): string {
    return this.kept ? `(select ${expression})` : expression;
  }

  of(given: unknown, type: string): string {
    const value = type === 'float8' && typeof given === 'number' && Math.abs(given) < LEAST ? 0 : given;
    const key = `${type} ${JSON.stringify(value)}`;
    const place = this.known.get(key);
    if (place) return place;
    this.values.push(value);
    const made = `$${this.values.length}::${type}`;
    this.known.set(key, made);
    return made;
  }
}
