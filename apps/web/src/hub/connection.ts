import { useSyncExternalStore } from 'react';
import { type Connection, connectionAt, proofEvery, silence } from './connection-rule.ts';

/** One subscription of this page: since when it is proven (this device's clock), and up to when it has told all (the hub's). */
export type Watch = { provenAt: number | null; trueAt: number };

const watches = new Set<Watch>();
/** What each screen was last true for. */
const left = new Map<string, number>();
let wanted = 0;
let wantedSince: number | null = null;
let screen = '';
let heardAt: number | null = null;
let keptAt: number | null = null;
let shown: Connection = { state: 'idle', trueAt: null };
const listeners = new Set<() => void>();

const least = (all: number[]) => (all.length > 0 ? Math.min(...all) : null);
const trueAt = (): number | null => least([...watches].map(watch => watch.trueAt)) ?? left.get(screen) ?? keptAt;
const provenAt = (): number | null => {
  const proofs = [...watches].map(watch => watch.provenAt);
  return proofs.includes(null) ? null : least(proofs.filter(at => at !== null));
};

/** Only the instant of a screen that is no longer live is shown: it changes with the state, never each second. */
function look(): void {
  const now = Date.now();
  const next = connectionAt({ now, wantedSince, heardAt, provenAt: provenAt(), trueAt: trueAt(), onLine: navigator.onLine });
  if (next.state === shown.state && (next.state === 'live' || next.trueAt === shown.trueAt)) return;
  shown = next;
  for (const listener of listeners) listener();
}

export const connection = {
  /** The hub's own word came by the socket. */
  heard(): void {
    heardAt = Date.now();
    look();
  },
  /** There is no socket. */
  lost(): void {
    if (heardAt !== null) heardAt = Math.min(heardAt, Date.now() - silence.reconnecting);
    look();
  },
  /** What is on screen comes from an earlier page. */
  kept(at: number): void {
    keptAt = at;
    look();
  },
  /** A screen wants to be live until the returned function is called. */
  want(name: string): () => void {
    if (wanted++ === 0) wantedSince = Date.now();
    screen = name;
    look();
    return () => {
      if (--wanted === 0) wantedSince = null;
      look();
    };
  },
  /** A subscription that tells all that happens after this instant of the hub, once it is proven. */
  watch(name: string, readAt: number) {
    const watch: Watch = { provenAt: null, trueAt: readAt };
    watches.add(watch);
    look();
    return {
      /** Everything up to then was told. */
      proven(upTo: number): void {
        watch.provenAt = Date.now();
        watch.trueAt = Math.max(watch.trueAt, upTo);
        look();
      },
      /** News of that instant came: whatever was said of it before has come too. */
      told(at: number): void {
        watch.trueAt = Math.max(watch.trueAt, at);
      },
      /** What was proven is proven no more. */
      doubted(): void {
        if (watch.provenAt !== null) watch.provenAt = Math.min(watch.provenAt, Date.now() - proofEvery - silence.reconnecting);
        look();
      },
      end(): void {
        left.set(name, watch.trueAt);
        watches.delete(watch);
        look();
      },
    };
  },
  /** The instant of the hub up to which all that happened is known to be on screen. */
  trueAt,
  /** Of what another screen read: the instant that all the screens before were true for, at the least. */
  heldAt: (): number | null => trueAt() ?? least([...left.values()]),
  now: () => shown,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  open(): void {
    setInterval(look, 1_000);
    addEventListener('online', look);
    addEventListener('offline', look);
  },
};

export const useConnection = (): Connection => useSyncExternalStore(connection.subscribe, connection.now);
