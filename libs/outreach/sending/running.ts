import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { LOG, type Log, Settings, type Transaction, UnitOfWork } from '#libs/platform';
import { CampaignBook, GRACE_HOURS, type Held } from '../campaign-book.ts';
import { isQuiet } from '../quiet-hours.ts';
import { Sending } from './sending.ts';

const EVERY = 5_000;
const HOUR = 3_600_000;

/**
 * What time alone does to campaigns: they are sent, fall silent for the night, remind and end. Each is held while it is looked at, so that
 * of two workers the second finds it done; one that was killed has done nothing of what it had begun.
 */
@Injectable()
export class Running implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CampaignBook) private readonly book: CampaignBook,
    @Inject(Sending) private readonly sending: Sending,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.roles.has('worker')) return;
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look()).catch((error: Error) => this.log.warn({ error: error.stack }, 'campaigns wait'));
    }, EVERY).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** All whose time has come. */
  async look(): Promise<void> {
    const due = await this.db.query<{ id: string }[]>(dueSql, [this.clock.now(), GRACE_HOURS]);
    for (const { id } of due)
      await this.unitOfWork
        .run(tx => this.step(tx, id))
        .catch((error: Error) => this.log.warn({ campaign: id, error: error.stack }, 'a campaign waits'));
  }

  private async step(tx: Transaction, id: string): Promise<void> {
    const held = await this.book.open(tx, id);
    if (held.state === 'SCHEDULED') return this.begin(tx, held);
    if (held.state !== 'RUNNING' && held.state !== 'PAUSED') return;
    if (held.now >= new Date(+held.due_at + GRACE_HOURS * HOUR)) return this.sending.end(tx, held, 'CLOSED');
    if (held.state === 'PAUSED') return;
    await this.sending.keepQuiet(tx, held);
    if (isQuiet(held.now, this.book.quiet(held))) return;
    if ((await this.sending.remind(tx, { ...held, quiet: false }, true)) > 0) this.book.tell(tx, id, held.state);
  }

  /** One that could not be sent before its end is over. */
  private async begin(tx: Transaction, held: Held): Promise<void> {
    if (held.send_at! > held.now) return;
    if (held.due_at <= held.now) await this.sending.end(tx, held, 'CANCELLED');
    else await this.sending.launch(tx, held);
  }
}

const dueSql = `
  select id from outreach.campaign where state = 'SCHEDULED' and send_at <= $1
  union select id from outreach.campaign where state in ('RUNNING', 'PAUSED') and due_at <= $1::timestamptz - make_interval(hours => $2)
  union select id from outreach.campaign where state = 'RUNNING' and (quiet or quiet_from is not null)
  union select campaign_id from outreach.request where remind_at <= $1
  order by id`;
