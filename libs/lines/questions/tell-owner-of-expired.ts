import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountAddresses } from '#libs/identity';
import { Clock, newId } from '#libs/kernel';
import { LOG, type Log, Mail, Settings, type Transaction, UnitOfWork } from '#libs/platform';
import { INSTRUCTION_EXPIRED } from './instruction-expired.mail.ts';

const EVERY = 20_000;

interface Expired {
  id: string;
  valid_until: Date;
  owner_organization_id: string;
}

/** Who answers for an instruction is told by mail when it expires, once: those who speak for the organization, or else its mailbox. */
@Injectable()
export class TellOwnerOfExpired implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccountAddresses) private readonly addresses: AccountAddresses,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.roles.has('worker')) return;
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look()).catch((error: Error) => this.log.warn({ error: error.stack }, 'notices wait'));
    }, EVERY).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Answers how many instructions were found expired. */
  async look(): Promise<number> {
    const found = await this.db.query<object[]>(`${expiredSql} limit 1`, [this.clock.now()]);
    return found.length === 0 ? 0 : this.unitOfWork.run(tx => this.tell(tx));
  }

  /** Of two workers the second finds it done. */
  private async tell(tx: Transaction): Promise<number> {
    await tx.lock('lines', 'expired instructions');
    const now = this.clock.now();
    const expired = await tx.manager.query<Expired[]>(`${expiredSql} limit 100`, [now]);
    for (const { id, valid_until, owner_organization_id: owner } of expired) {
      const editors: (string | null)[] = await this.addresses.editorsOf(tx, owner);
      const notices = (editors.length > 0 ? editors : [null]).map(accountId => ({ noticeId: newId(), accountId }));
      for (const { noticeId, accountId } of notices)
        await tx.manager.query(
          'insert into lines.instruction_notice (id, instruction_id, valid_until, organization_id, account_id, made_at) values ($1, $2, $3, $4, $5, $6)',
          [noticeId, id, valid_until, owner, accountId, now],
        );
      await this.mail.putMany(tx, INSTRUCTION_EXPIRED, notices.map(({ noticeId }) => noticeId)); // prettier-ignore
    }
    return expired.length;
  }
}

/** In the last week, of a crisis that runs; nothing of an exercise leaves the hub. */
const expiredSql = `
  select instruction.id, instruction.valid_until, instruction.owner_organization_id from crises_published.instruction
    join crises_published.crisis on crisis.id = instruction.crisis_id and not crisis.exercise and crisis.closed_at is null
  where instruction.valid_until <= $1 and instruction.valid_until > $1::timestamptz - interval '7 days'
    and instruction.owner_organization_id is not null
    and not exists (select from lines.instruction_notice notice
      where notice.instruction_id = instruction.id and notice.valid_until = instruction.valid_until)
  order by instruction.valid_until, instruction.id`;
