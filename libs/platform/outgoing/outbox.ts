import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';
import { Jobs } from '../jobs/jobs.ts';
import type { OutgoingChannel, Template } from './parcel.ts';

/** Rings for every worker when there is much to share. */
export const OUTGOING_CHANNEL = 'fanal_outgoing';
export const SEND_OUTGOING = 'send-outgoing';
const MUCH = 20;

export interface Put {
  /** The same template, subject and key is put once. Nothing personal. */
  key?: string;
  /** Held, let go and withdrawn together; goes after what stands alone. */
  group?: string;
  notBefore?: Date;
}

/** Whatever leaves the hub is written here, in the command's transaction; the worker sends it after the commit. */
@Injectable()
export class Outbox {
  private readonly templates = new Map<string, { channel: OutgoingChannel; template: Template<unknown> }>();

  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Before the hub has started. */
  define<Message>(channel: OutgoingChannel, name: string, template: Template<Message>): void {
    this.templates.set(name, { channel, template: template as Template<unknown> }); // its channel carries what it writes
  }

  /** Those that this hub can write for a channel: what a newer hub has put waits for one that knows it. */
  namesOf(channel: OutgoingChannel): string[] {
    return [...this.templates].filter(([, known]) => known.channel === channel).map(([name]) => name);
  }

  template(name: string): Template<unknown> | undefined {
    return this.templates.get(name)?.template;
  }

  async put(tx: Transaction, template: string, subjects: readonly string[], { key, group, notBefore }: Put = {}): Promise<void> {
    const known = this.templates.get(template);
    if (!known) throw new Error(`Nobody writes “${template}”.`);
    if (subjects.length === 0) return;
    const now = this.clock.now();
    await tx.manager.query(
      `insert into platform.outgoing (id, channel, template, subject, group_id, key, due_at, created_at)
       select id, $3, $4, subject, $5, $6, $7, $8 from unnest($1::uuid[], $2::uuid[]) as put (id, subject)
       on conflict (template, subject, key) do nothing`,
      [subjects.map(() => newId()), subjects, known.channel, template, group ?? null, key ?? null, notBefore ?? now, now],
    );
    await this.wake(tx, { much: subjects.length >= MUCH, at: notBefore });
  }

  /** What has not left yet waits until it is let go. What is just being handed over leaves. */
  async hold(tx: Transaction, group: string): Promise<void> {
    await tx.manager.query(
      `update platform.outgoing set held = true, claimed_by = case when state = 'PENDING' then null else claimed_by end
       where group_id = $1 and state in ('PENDING', 'HANDED') and not held`,
      [group],
    );
  }

  async letGo(tx: Transaction, group: string): Promise<void> {
    await tx.manager.query(`update platform.outgoing set held = false where group_id = $1 and held`, [group]);
    await this.wake(tx, { much: true });
  }

  /** What has not left yet never does; of which subjects that was so. */
  async withdraw(tx: Transaction, which: { group: string } | { template: string; subjects: readonly string[] }): Promise<string[]> {
    const [where, values] =
      'group' in which
        ? ['group_id = $1', [which.group]]
        : ['template = $1 and subject = any($2::uuid[])', [which.template, which.subjects]];
    const [rows] = await tx.manager.query<[{ subject: string }[], number]>(
      `update platform.outgoing set state = 'WITHDRAWN', claimed_by = null where ${where} and state = 'PENDING' returning subject`,
      values,
    );
    return rows.map(({ subject }) => subject);
  }

  /** A worker looks at what is due, then or as soon as this has committed. */
  async wake(tx: Transaction, { much = false, at }: { much?: boolean; at?: Date } = {}): Promise<void> {
    await this.jobs.enqueue(tx, SEND_OUTGOING, {}, { key: `${SEND_OUTGOING} ${newId()}`, runAt: at });
    if (much && !at) await tx.manager.query(`select pg_notify('${OUTGOING_CHANNEL}', 'much')`);
  }
}
