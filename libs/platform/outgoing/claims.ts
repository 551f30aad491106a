import type { Transaction } from '../database/transaction.ts';
import { roomIn, took } from './lane.ts';
import type { OutgoingChannel, Parcel } from './parcel.ts';

interface Wanted {
  channel: OutgoingChannel;
  templates: readonly string[];
  many: number;
  perMinute: number;
  claimedBy: string;
}

export interface Claimed {
  parcels: Parcel[];
  /** Whether the lane was closed, and this one tries whether it is open again. */
  probe: boolean;
  /** None now, because of the limit per minute: when there is room again. */
  again?: Date;
}

interface Row {
  id: string;
  template: string;
  subject: string;
  group_id: string | null;
  tries: number;
}

/** The next that are due become this worker's; what another has claimed is not waited for. */
export async function claim(
  tx: Transaction,
  now: Date,
  { channel, templates, many: wanted, perMinute, claimedBy }: Wanted,
): Promise<Claimed> {
  const { many, probe, again } = await roomIn(tx, channel, now, { wanted, perMinute });
  if (many === 0) return { parcels: [], probe, again };
  const [rows] = await tx.manager.query<[Row[], number]>(
    `update platform.outgoing set claimed_by = $1 where id in (
       select id from platform.outgoing
       where channel = $2 and state = 'PENDING' and claimed_by is null and not held and due_at <= $3 and template = any($4)
       order by group_id is not null, due_at, id limit $5 for update skip locked
     ) returning id, template, subject, group_id, tries`,
    [claimedBy, channel, now, templates, many],
  );
  await took(tx, channel, now, { count: rows.length, probe, perMinute, by: claimedBy });
  const parcels = rows.map(({ group_id: group, ...row }) => ({ ...row, grouped: group !== null, claimedBy }));
  return { parcels: parcels.sort((a, b) => Number(a.grouped) - Number(b.grouped)), probe };
}

/** When there may be something to send: the next that is due, or soon where others have some under way and might not end it. */
export async function nextDue(tx: Transaction, channel: OutgoingChannel, templates: readonly string[]): Promise<Date | null> {
  const [{ at }] = await tx.manager.query<[{ at: Date | null }]>(
    `select least(
       (select greatest(min(due_at), (select greatest(next_probe_at, probing_until) from platform.lane where channel = $1))
        from platform.outgoing where channel = $1 and state = 'PENDING' and claimed_by is null and not held and template = any($2)),
       (select clock_timestamp() + interval '10 s' from platform.outgoing
        where channel = $1 and state in ('PENDING', 'HANDED') and claimed_by is not null limit 1)) as at`,
    [channel, templates],
  );
  return at;
}
