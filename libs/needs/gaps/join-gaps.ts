import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { roleOf } from '../needs.policies.ts';
import { factOf, GapBook } from './gap-book.ts';
import { GapCountedEvent, GapOpenedEvent, GapReopenedEvent } from './gaps.events.ts';
import { type GapKey, keyText } from './gap-key.ts';

/** So long after it was closed or answered, what is flagged is counted in it; the third reopens it. */
const STILL_ITS_OWN = 7 * 24 * 3_600_000;
const REOPENS = 3;

interface Found {
  readonly id: string;
  readonly closed: boolean;
}
/** Which gap each key's needs stand in, and which of them are new. */
export interface Joined {
  readonly gapOf: ReadonlyMap<string, string>;
  readonly opened: ReadonlySet<string>;
}

/** What was flagged joins the gap of its kind and place, or opens one: of two at once the second joins what the first opened. */
@Injectable()
export class JoinGaps {
  constructor(
    @Inject(GapBook) private readonly book: GapBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Before the needs are written: the gaps that they will stand in, held until the end. */
  async join(tx: Transaction, actor: Actor, keys: readonly GapKey[]): Promise<Joined> {
    const wanted = new Map(keys.map(key => [keyText(key), key]));
    await tx.lockAll('gap', [...new Set([...wanted.keys(), ...(await this.targets(tx, [...wanted.values()]))])]);
    const now = this.clock.now();
    const gapOf = new Map<string, string>();
    const opened = new Set<string>();
    for (const [text, key] of wanted) {
      const found = await this.find(tx, key, now);
      const id = found?.id ?? (await this.open(tx, actor, key, now));
      if (!found) opened.add(id);
      gapOf.set(text, id);
    }
    return { gapOf, opened };
  }

  /** After they are written, when they are counted. */
  async tell(tx: Transaction, actor: Actor, { gapOf, opened }: Joined): Promise<void> {
    const now = this.clock.now();
    const ids = [...new Set(gapOf.values())];
    const reopened = await this.reopen(tx, actor, ids, now);
    await this.follow(tx, actor, ids, now);
    for (const gap of await this.book.read(tx, ids)) {
      const event = opened.has(gap.id) ? GapOpenedEvent : reopened.has(gap.id) ? GapReopenedEvent : GapCountedEvent;
      tx.announce(event.of(gap.id, factOf(gap)));
    }
  }

  /** Keys of the gaps that some of these were merged into. */
  private async targets(tx: Transaction, keys: readonly GapKey[]): Promise<string[]> {
    const rows = await tx.manager.query<GapKey[]>(
      `select target.crisis_id as "crisisId", target.kind, target.territory
       from jsonb_to_recordset($1::jsonb) as asked ("crisisId" uuid, kind text, territory text)
         join needs.gap on gap.crisis_id is not distinct from asked."crisisId" and gap.kind = asked.kind and gap.territory = asked.territory
         join needs.gap target on target.id = gap.merged_into and target.state <> 'CLOSED'`,
      [JSON.stringify(keys)],
    );
    return rows.map(keyText);
  }

  private async find(tx: Transaction, { crisisId, kind, territory }: GapKey, now: Date): Promise<Found | null> {
    const [found] = await tx.manager.query<Found[]>(
      `select coalesce(target.id, gap.id) as id, gap.state = 'CLOSED' and target.id is null as closed
       from needs.gap left join needs.gap target on target.id = gap.merged_into and target.state <> 'CLOSED'
       where gap.crisis_id is not distinct from $1 and gap.kind = $2 and gap.territory = $3
         and (gap.state <> 'CLOSED' or target.id is not null or gap.merged_into is null and gap.closed_at > $4)
       order by gap.state = 'CLOSED', gap.closed_at desc limit 1`,
      [crisisId, kind, territory, new Date(+now - STILL_ITS_OWN)],
    );
    return found ?? null;
  }

  private async open(tx: Transaction, actor: Actor, { crisisId, kind, territory }: GapKey, now: Date): Promise<string> {
    const id = newId();
    await tx.manager.query(
      `insert into needs.gap (id, crisis_id, kind, territory, state, opened_at, opened_by, last_at, state_at)
       values ($1, $2, $3, $4, 'OPEN', $5, $6, $5, $5)`,
      [id, crisisId, kind, territory, now, actor.accountId ?? null],
    );
    await this.book.step(tx, id, actor, roleOf(actor, 'need:record'), { step: 'OPENED' }, now);
    return id;
  }

  private async reopen(tx: Transaction, actor: Actor, ids: readonly string[], now: Date): Promise<Set<string>> {
    const [rows] = await tx.manager.query<[{ id: string }[], number]>(
      `update needs.gap set state = 'REOPENED', state_at = $2, closed_at = null
       where id = any($1) and state in ('CLOSED', 'ADDRESSED') and (
         select count(*) from needs.need join needs.contact on contact.id = need.contact_id
         where need.gap_id = gap.id and contact.recorded_at > greatest(gap.state_at, $3)) >= ${REOPENS}
       returning id`,
      [ids, now, new Date(+now - STILL_ITS_OWN)],
    );
    for (const { id } of rows) await this.book.step(tx, id, actor, roleOf(actor, 'need:record'), { step: 'REOPENED' }, now);
    return new Set(rows.map(({ id }) => id));
  }

  /** Who flagged it hears what was done. */
  private async follow(tx: Transaction, { accountId }: Actor, ids: readonly string[], now: Date): Promise<void> {
    if (!accountId) return;
    await tx.manager.query(
      `insert into needs.gap_follower (gap_id, account_id, since) select id, $2, $3 from unnest($1::uuid[]) id on conflict do nothing`,
      [ids, accountId, now],
    );
  }
}
