import type { EntityManager } from 'typeorm';
import { type Actor, type Clock, type Position, positionAfter } from '#libs/kernel';
import type { Announcement } from '../events/event.ts';
import { actAs } from './reading.ts';

const LOG_LOCK = 7_001;

/** One database transaction and the events it will have caused. */
export class Transaction {
  private readonly announcements: (Announcement & { readonly occurredAt?: Date })[] = [];
  private head?: Position;

  constructor(
    readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** For what row-level security defends: from here on the database knows who acts. */
  actAs(actor: Actor): Promise<void> {
    return actAs(this.manager, actor);
  }

  /** Held until the end against every command that locks the same subject, whether or not it has rows yet. */
  async lock(room: string, id: string): Promise<void> {
    await this.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${room} ${id}`]);
  }

  /** The same for many, always in the order of their ids: two who do so never wait for each other in a ring. */
  async lockAll(room: string, ids: readonly string[]): Promise<void> {
    await this.manager.query(
      `select pg_advisory_xact_lock(hashtextextended($1 || ' ' || id, 0)) from (select id from unnest($2::text[]) as asked (id) order by id collate "C" offset 0) ordered`,
      [room, ids],
    );
  }

  /** `occurredAt`: of what is taken in from a past that happened elsewhere, in its order; else it happens now. */
  announce(announcement: Announcement, occurredAt?: Date): void {
    this.announcements.push({ ...announcement, occurredAt });
  }

  /**
   * The position of the next announcement, for rows that keep it. From here to the commit nobody else appends:
   * ask for it after every other lock, just before the change.
   */
  async nextPosition(): Promise<Position> {
    return positionAfter(await this.logHead(), this.announcements.length + 1);
  }

  /** Appends what was announced; the last thing a transaction does. */
  async publish(): Promise<void> {
    if (this.announcements.length === 0) return;
    const head = await this.logHead();
    const events = this.announcements.map((event, n) => ({ ...event, position: positionAfter(head, n + 1) }));
    await this.manager.query(
      `with appended as (
         insert into platform.event (position, kind, subject, payload, occurred_at)
         select position, kind, subject, payload, coalesce("occurredAt", $2)
         from jsonb_to_recordset($1::jsonb) as event (position text, kind text, subject uuid, payload jsonb, "occurredAt" timestamptz)
         returning position
       )
       select pg_notify('fanal_log', max(position)) from appended`,
      [JSON.stringify(events), this.clock.now()],
    );
  }

  /** The lock is a statement of its own: the reading statement's snapshot must begin after it is held. */
  private async logHead(): Promise<Position> {
    if (this.head) return this.head;
    await this.manager.query('select pg_advisory_xact_lock($1)', [LOG_LOCK]);
    const [row] = await this.manager.query<[{ position: Position }]>('select position from platform.head');
    return (this.head = row.position);
  }
}
