import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, isPosition, type Position, ResumeExpired, UserInputError } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';
import { Settings } from '../settings/settings.ts';
import { abortable } from './abortable.ts';
import { Bell } from './bell.ts';
import { type EventKind, kindOf, type Logged, type Versioned } from './event.ts';

const PAGE = 500;
const REMEMBERED = 5_000;
const RETRY = 250; // ms
/** However silent the bell, the log is looked at this often. */
const PULSE = 5_000;
const BEHIND = 3 * PULSE;
export const LOG_CHANNEL = 'fanal_log';

/** The log, read in order: from the tables where one is behind, from memory where one keeps up. */
@Injectable()
export class EventLog implements OnModuleInit, OnModuleDestroy {
  private readonly grown = new EventEmitter().setMaxListeners(0);
  /** The last events, in order and without a hole; what comes after `since`. */
  private recent: Logged[] = [];
  private since: Position;
  private reading?: Promise<void>;
  private askedAgain = false;
  private readAt = performance.now();
  private pulse?: NodeJS.Timeout;
  private closed = false;

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Bell) private readonly bell: Bell,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    this.since = await this.head();
    this.bell.on(LOG_CHANNEL, () => void this.catchUp());
    this.pulse = setInterval(() => void this.catchUp(), PULSE).unref();
  }

  onModuleDestroy(): void {
    this.closed = true;
    clearInterval(this.pulse);
  }

  /** Whether this process knows what happened a moment ago. */
  get keepsUp(): boolean {
    return this.bell.listening && performance.now() - this.readAt < BEHIND;
  }

  /** The position of the last event. */
  async head(): Promise<Position> {
    const [row] = await this.db.query<[{ position: Position }]>('select position from platform.head');
    return row.position;
  }

  /** How far this process has read. */
  get tail(): Position {
    return this.recent.at(-1)?.position ?? this.since;
  }

  /** Where to go on from: refused where going on would skip something. */
  async resume(after: Position | null | undefined): Promise<Position> {
    const head = await this.head();
    if (after == null) return head;
    this.refuseForeign(after, head);
    const [oldest] = await this.db.query<{ occurred_at: Date }[]>(
      'select occurred_at from platform.event where position > $1 order by position limit 1',
      [after],
    );
    const limit = this.clock.now().getTime() - this.settings.resumeDays * 86_400_000;
    if (oldest && oldest.occurred_at.getTime() < limit) throw new ResumeExpired('Older than the log is resumed from.');
    return after;
  }

  /** Every event of the kinds after the position, in order, and then every one to come. `reached`: how far the reader has been given them. */
  follow<P extends Versioned>(
    kinds: readonly EventKind<P>[],
    after: Position,
    reached: (position: Position) => void = () => undefined,
  ): AsyncIterableIterator<Logged<P>> {
    const wanted = new Set(kinds.map(({ kind }) => kind));
    const next = (position: Position) => this.after(position);
    const wake = (signal: AbortSignal) => once(this.grown, 'grown', { signal }).catch(() => undefined);
    const tail = () => this.tail;
    return abortable(async function* (signal) {
      let position = after;
      while (!signal.aborted) {
        for (const event of await next(position)) {
          if (signal.aborted) return;
          if (epochOf(event.position) !== epochOf(after)) throw new ResumeExpired('The log began anew.');
          position = event.position;
          if (wanted.has(event.kind)) yield event as Logged<P>; // of one of the kinds asked for
        }
        reached(position);
        if (position >= tail()) await wake(signal);
      }
    });
  }

  /** A page of the log after a position; null means from its beginning. */
  async page(after: Position | null, size: number): Promise<Logged[]> {
    if (after !== null) this.refuseForeign(after, await this.head());
    return this.read(after ?? '', size);
  }

  private refuseForeign(after: Position, head: Position): void {
    if (!isPosition(after)) throw new UserInputError('This is not a position.');
    if (epochOf(after) !== epochOf(head) || after > head) throw new ResumeExpired('A position of another epoch.');
  }

  private after(position: Position): Promise<Logged[]> | Logged[] {
    if (position < this.since) return this.read(position, PAGE);
    return this.recent.slice(firstAfter(this.recent, position));
  }

  /** The first of these kinds after the position, as a transaction sees it; else the last of all, since none of them lies before it. */
  async nextIn<P extends Versioned>(tx: Transaction, after: Position, kinds: readonly EventKind<P>[]): Promise<Logged<P> | null> {
    const [row] = await tx.manager.query<Row[]>(
      `select position, kind, subject, payload, occurred_at from platform.event
       where position > $1 and (kind = any($2) or position = (select position from platform.event order by position desc limit 1))
       order by position limit 1`,
      [after, kinds.map(({ kind }) => kind)],
    );
    return row ? (asEvent(row) as Logged<P>) : null; // its reader asks of which kind
  }

  private async read(after: string, size: number, by: Reader = this.db): Promise<Logged[]> {
    const rows: Row[] = await by.query(
      'select position, kind, subject, payload, occurred_at from platform.event where position > $1 order by position limit $2',
      [after, size],
    );
    return rows.map(asEvent);
  }

  /** Reads what is new into memory; one reading at a time, and once more if the bell rang meanwhile. */
  private catchUp(): Promise<void> {
    this.askedAgain = true;
    return (this.reading ??= this.readOn().finally(() => (this.reading = undefined)));
  }

  private async readOn(): Promise<void> {
    while (this.askedAgain) {
      this.askedAgain = false;
      // not through the pool: however busy the hub's answers are, its news go on
      const page = await this.read(this.tail, PAGE, this.bell).catch(() => null);
      if (page === null) {
        if (this.closed) return;
        await delay(RETRY, undefined, { ref: false });
        this.askedAgain = true; // the bell may not ring again for what it has rung for
        continue;
      }
      this.readAt = performance.now();
      if (page.length === PAGE) this.askedAgain = true;
      if (page.length > 0) this.remember(page);
    }
  }

  private remember(page: Logged[]): void {
    const all = this.recent.concat(page);
    const forgotten = all.length - REMEMBERED;
    if (forgotten > 0) this.since = all[forgotten - 1]!.position;
    this.recent = forgotten > 0 ? all.slice(forgotten) : all;
    this.grown.emit('grown');
  }
}

const epochOf = (position: Position): string => position.slice(0, 14);

type Reader = { query(sql: string, values: unknown[]): Promise<Row[]> };

interface Row {
  position: Position;
  kind: string;
  subject: string;
  payload: Versioned;
  occurred_at: Date;
}

const asEvent = ({ position, kind, subject, payload, occurred_at }: Row): Logged => ({
  position,
  kind,
  subject,
  payload: kindOf(kind)?.read(payload) ?? payload,
  occurredAt: occurred_at,
});

function firstAfter(events: readonly Logged[], position: Position): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.position > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
