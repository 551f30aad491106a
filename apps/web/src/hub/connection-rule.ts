/** `idle`: nothing on this screen claims to be live. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'offline';
export type Connection = { state: ConnectionState; trueAt: number | null };

export type Heartbeats = {
  now: number;
  /** Since when a screen wants to be live; null when none does. */
  wantedSince: number | null;
  /** The last time the socket said anything, on this page. */
  heardAt: number | null;
  /** The instant of the view that was kept from an earlier page. */
  keptAt: number | null;
  /** What the browser thinks: true means little, false is certain. */
  onLine: boolean;
};

export const silence = { reconnecting: 5_000, offline: 30_000 };

/** How far what is on screen may be trusted. Nothing stale poses as live. */
export function connectionAt({ now, wantedSince, heardAt, keptAt, onLine }: Heartbeats): Connection {
  const trueAt = heardAt ?? keptAt;
  if (!onLine) return { state: 'offline', trueAt };
  if (wantedSince === null) return { state: 'idle', trueAt };
  const silent = now - Math.max(heardAt ?? -Infinity, wantedSince);
  const heard = heardAt !== null && heardAt >= wantedSince;
  if (silent < silence.reconnecting) return { state: heard ? 'live' : 'connecting', trueAt };
  return { state: silent < silence.offline ? 'reconnecting' : 'offline', trueAt };
}
