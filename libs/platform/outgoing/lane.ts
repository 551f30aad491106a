import type { Transaction } from '../database/transaction.ts';
import type { OutgoingChannel } from './parcel.ts';

const PROBE = 900_000; // longer than a probe may wait for its answer; one whose worker died is over
const BURST = 3; // seconds' worth that may leave at once

export interface Pauses {
  first: number;
  most: number;
}

/** Growing, and never the same for two: whoever is away is not met by all at once when they come back. */
export const pause = ({ first, most }: Pauses, times: number): number =>
  Math.min(first * 2 ** Math.min(times, 30), most) * (0.75 + Math.random() / 2);

interface Row {
  closed_since: Date | null;
  failures: number;
  next_probe_at: Date | null;
  probing_until: Date | null;
  allowance: number;
  counted_at: Date | null;
}

/** How many may be claimed now; or, if too many left in the last moments, when there is room again. */
export interface Room {
  many: number;
  probe: boolean;
  again?: Date;
}

/** Held until the end of the transaction: those who ask for room are given it one after the other. */
export async function roomIn(
  tx: Transaction,
  channel: OutgoingChannel,
  now: Date,
  { wanted, perMinute }: { wanted: number; perMinute: number },
): Promise<Room> {
  const [row] = await tx.manager.query<[Row]>(
    `select closed_since, failures, next_probe_at, probing_until, allowance, counted_at from platform.lane where channel = $1 for update`,
    [channel],
  );
  if (row.next_probe_at) {
    if (row.next_probe_at > now || (row.probing_until ?? now) > now) return { many: 0, probe: false };
  }
  const probe = row.closed_since !== null;
  const allowed = allowance(row, now, perMinute);
  if (allowed < 1) return { many: 0, probe, again: new Date(now.getTime() + ((1 - allowed) * 60_000) / perMinute) };
  return { many: probe ? 1 : Math.min(wanted, Math.floor(allowed)), probe };
}

function allowance({ allowance, counted_at }: Row, now: Date, perMinute: number): number {
  if (!Number.isFinite(perMinute)) return Infinity;
  const most = Math.max(1, (perMinute * BURST) / 60);
  if (!counted_at) return most;
  return Math.min(most, allowance + (Math.max(0, now.getTime() - counted_at.getTime()) * perMinute) / 60_000);
}

/** So many were claimed; a probe is alone until it is over. */
export async function took(
  tx: Transaction,
  channel: OutgoingChannel,
  now: Date,
  { count, probe, perMinute, by }: { count: number; probe: boolean; perMinute: number; by: string },
): Promise<void> {
  if (count === 0) return;
  if (probe)
    await tx.manager.query('update platform.lane set probed_by = $2, probing_until = $3 where channel = $1', [
      channel,
      by,
      new Date(now.getTime() + PROBE),
    ]);
  if (!Number.isFinite(perMinute)) return;
  const [row] = await tx.manager.query<[Row]>('select allowance, counted_at from platform.lane where channel = $1', [channel]);
  const left = allowance(row, now, perMinute) - count;
  await tx.manager.query('update platform.lane set allowance = $2, counted_at = $3 where channel = $1', [channel, left, now]);
}

/** However many find out at once, it has failed once; while it is probed it fails once more. */
export async function closeLane(tx: Transaction, channel: OutgoingChannel, now: Date, code: string, pauses: Pauses): Promise<void> {
  const [row] = await tx.manager.query<[Row]>('select failures, next_probe_at from platform.lane where channel = $1 for update', [channel]);
  if (row.next_probe_at && row.next_probe_at > now) return;
  await tx.manager.query(
    `update platform.lane set closed_since = coalesce(closed_since, $2), failures = failures + 1, next_probe_at = $3, probed_by = null,
       probing_until = null, last_error = $4
     where channel = $1`,
    [channel, now, new Date(now.getTime() + pause(pauses, row.failures)), code],
  );
}

export async function openLane(tx: Transaction, channel: OutgoingChannel): Promise<void> {
  await tx.manager.query(
    `update platform.lane set closed_since = null, failures = 0, next_probe_at = null, probed_by = null, probing_until = null
     where channel = $1 and closed_since is not null`,
    [channel],
  );
}

/** It came to nothing: the next one tries. */
export async function endProbe(tx: Transaction, channel: OutgoingChannel): Promise<void> {
  await tx.manager.query('update platform.lane set probed_by = null, probing_until = null where channel = $1', [channel]);
}
