import { accountHere } from './session.ts';

/** What was begun, by whom, and when; it waits on this device until it is sent or given up. */
type Kept<D> = { at: number; draft: D };

/** What a device would not keep, for as long as the page is open. */
const remembered = new Map<string, string>();
const listeners = new Set<() => void>();

const nameOf = (account: string, what: string) => `draft ${account} ${what}`;

function read(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? remembered.get(name) ?? null;
  } catch {
    return remembered.get(name) ?? null; // storage may be forbidden
  }
}

function write(name: string, text: string | null): void {
  if (text === null) remembered.delete(name);
  else remembered.set(name, text);
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    // full or forbidden: the page remembers
  }
  for (const listener of listeners) listener();
}

export const keptDrafts = {
  read<D>(what: string): Kept<D> | null {
    const account = accountHere();
    const text = account && read(nameOf(account, what));
    // `as`: whoever names it says what it is, and wrote it below
    return text ? (JSON.parse(text) as Kept<D>) : null;
  },
  write(what: string, kept: Kept<unknown> | null): void {
    const account = accountHere();
    if (account) write(nameOf(account, what), kept && JSON.stringify(kept));
  },
  /** Whatever the account had begun whose name begins so. */
  all<D>(beginning: string): (Kept<D> & { what: string })[] {
    const account = accountHere();
    if (!account) return [];
    const mine = nameOf(account, '');
    const names = new Set([...remembered.keys(), ...storedNames()].filter(name => name.startsWith(mine + beginning)));
    return [...names].flatMap(name => {
      const what = name.slice(mine.length);
      const kept = this.read<D>(what);
      return kept ? [{ ...kept, what }] : [];
    });
  },
  /** Everything the account had begun: it signs out. */
  forgetAll(): void {
    const account = accountHere();
    if (!account) return;
    const mine = nameOf(account, '');
    for (const name of [...remembered.keys(), ...storedNames()]) if (name.startsWith(mine)) write(name, null);
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

function storedNames(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
