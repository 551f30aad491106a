import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../settings/settings.ts';
import { chainAudit } from './audit-chain.ts';

const EVERY = 2_000;

const unchained = `
  select exists (select from platform.audit_entry entry
    where not exists (select from platform.audit_chain link where link.entry_id = entry.id)) as waiting`;

/** Chains what was written, a moment after; of several workers one at a time. */
@Injectable()
export class AuditSequencer implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private working = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.roles.has('worker')) return;
    this.timer = setInterval(() => (this.working = this.working.then(() => this.chain())), EVERY).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }

  /** What cannot be chained now is chained the next time: the database may be away. */
  private async chain(): Promise<void> {
    const rows = await this.db.query<[{ waiting: boolean }]>(unchained).catch(() => []);
    if (rows[0]?.waiting) await chainAudit(this.settings.databaseUrl).catch(() => 0);
  }
}
