/** `idle`: nothing on this screen claims to be live. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'offline';
export type Connection = { state: ConnectionState; trueAt: number | null };

/** By this device's clock, but `trueAt`, which is by the hub's. */
export type Heartbeats = {
  now: number;
  /** Since when a screen wants to be live; null when none does. */
  wantedSince: number | null;
  /** The last time the socket said anything, on this page. */
  heardAt: number | null;
  /** When the hub last proved that the screen's subscriptions are open and caught up; null while one has no proof. */
  provenAt: number | null;
  /** The instant up to which all that happened is known to be on screen. */
  trueAt: number | null;
  /** What the browser thinks: true means little, false is certain. */
  onLine: boolean;
};

export const silence = { reconnecting: 5_000, offline: 30_000 };
/** The hub is asked for a proof this often, and given as long to answer as a silence is borne. */
export const proofEvery = 10_000;

/** How far what is on screen may be trusted. Nothing stale poses as live. */
export function connectionAt({ now, wantedSince, heardAt, provenAt, trueAt, onLine }: Heartbeats): Connection {
  if (!onLine) return { state: 'offline', trueAt };
  if (wantedSince === null) return { state: 'idle', trueAt };
  const proven = provenAt !== null && provenAt >= wantedSince;
  const isRecent = (at: number | null, most: number) => at !== null && at <= now && now - at < most; // a clock set back proves nothing
  if (proven && isRecent(heardAt, silence.reconnecting) && isRecent(provenAt, proofEvery + silence.reconnecting))
    return { state: 'live', trueAt };
  const silent = now - Math.max(proven ? provenAt : -Infinity, wantedSince);
  if (silent < silence.reconnecting && !proven) return { state: 'connecting', trueAt };
  return { state: silent < silence.offline ? 'reconnecting' : 'offline', trueAt };
}
