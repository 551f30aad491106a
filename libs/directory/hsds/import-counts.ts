import type { Written } from './bulk-write.ts';

export interface Count {
  created: number;
  changed: number;
  unchanged: number;
  removed: number;
}

const kinds = [
  'organization',
  'location',
  'service',
  'service_at_location',
  'contact',
  'phone',
  'schedule',
  'accessibility',
  'service_area',
] as const;
export type Counted = (typeof kinds)[number];

/** To how many of each kind it was done. */
export class ImportCounts {
  readonly of: Readonly<Record<Counted, Count>>;

  constructor() {
    const none = (): Count => ({ created: 0, changed: 0, unchanged: 0, removed: 0 });
    this.of = Object.fromEntries(kinds.map(kind => [kind, none()])) as Record<Counted, Count>; // every kind
  }

  add(kind: Counted, all: number, { created, changed }: Written, removed = 0): void {
    const count = this.of[kind];
    count.created += created.size;
    count.changed += changed.size;
    count.unchanged += all - created.size - changed.size;
    count.removed += removed;
  }

  /** What a transaction did, once it is kept. */
  merge(done: ImportCounts): void {
    for (const kind of kinds)
      for (const what of ['created', 'changed', 'unchanged', 'removed'] as const) this.of[kind][what] += done.of[kind][what];
  }

  /** Of all kinds together. */
  get total(): Omit<Count, 'unchanged'> {
    const sum = (what: 'created' | 'changed' | 'removed') => kinds.reduce((all, kind) => all + this.of[kind][what], 0);
    return { created: sum('created'), changed: sum('changed'), removed: sum('removed') };
  }

  get isNothing(): boolean {
    return Object.values(this.total).every(count => count === 0);
  }
}
