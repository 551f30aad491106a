import { useSyncExternalStore } from 'react';
import { type Connection, connectionAt } from './connection-rule.ts';
import { serverNow } from './server-clock.ts';

let wanted = 0;
let wantedSince: number | null = null;
let heardAt: number | null = null;
let keptAt: number | null = null;
let shown: Connection = { state: 'idle', trueAt: null };
const listeners = new Set<() => void>();

/** Only the instant of a screen that is no longer live is shown: it changes with the state, never each second. */
function look(): void {
  const next = connectionAt({ now: serverNow(), wantedSince, heardAt, keptAt, onLine: navigator.onLine });
  if (next.state === shown.state && (next.state === 'live' || next.trueAt === shown.trueAt)) return;
  shown = next;
  for (const listener of listeners) listener();
}

export const connection = {
  /** The hub's own word came by the socket. */
  heard(): void {
    heardAt = serverNow();
    look();
  },
  /** What is on screen comes from an earlier page. */
  kept(at: number): void {
    keptAt = at;
    look();
  },
  /** A screen wants to be live until the returned function is called. */
  want(): () => void {
    if (wanted++ === 0) wantedSince = serverNow();
    look();
    return () => {
      if (--wanted === 0) wantedSince = null;
      look();
    };
  },
  /** When the screen was last known to be true. */
  trueAt: () => heardAt ?? keptAt,
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
