import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { grantsOf } from '#libs/identity';
import { Actor, Clock, newId } from '#libs/kernel';
import { LOG, type Log, Settings, type Transaction, UnitOfWork } from '#libs/platform';
import type { ServiceFilter } from '#libs/schema';
import { CampaignBook } from '../campaign-book.ts';
import type { Said } from '../given.ts';
import { PlanCampaign } from '../plan-campaign.command.ts';
import { Sending } from '../sending/sending.ts';
import { nextTime, type Weekday } from './next-time.ts';

interface Rule extends Said {
  id: string;
  kind: 'WEEKLY' | 'STALE';
  byday: Weekday[];
  at_time: string;
  due_after_hours: number;
  rest_hours: number;
  made_by: string;
  sees_confidential: boolean;
  zone: string;
  /** One of its phases is there, or it asks for none. */
  holds: boolean;
}

const EVERY = 20_000;
const HOUR = 3_600_000;

/** Makes the campaigns of rules whose time has come. A rule is held while it does, so that of two workers the second finds it done. */
@Injectable()
export class StandingRules implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CampaignBook) private readonly book: CampaignBook,
    @Inject(PlanCampaign) private readonly plan: PlanCampaign,
    @Inject(Sending) private readonly sending: Sending,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.roles.has('worker')) return;
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look()).catch((error: Error) => this.log.warn({ error: error.stack }, 'rules wait'));
    }, EVERY).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  async look(): Promise<void> {
    const due = await this.db.query<{ id: string }[]>(
      'select id from outreach.rule where next_at <= $1 and ended_at is null order by next_at, id',
      [this.clock.now()],
    );
    for (const { id } of due)
      await this.unitOfWork
        .run(tx => this.follow(tx, id))
        .catch((error: Error) => this.log.warn({ rule: id, error: error.stack }, 'a rule waits'));
  }

  /** What was missed is not made up for: one campaign, and the next time. */
  private async follow(tx: Transaction, id: string): Promise<void> {
    const now = this.clock.now();
    const [rule] = await tx.manager.query<Rule[]>(dueSql, [id, now]);
    if (!rule) return;
    const next = nextTime({ byday: rule.byday, atTime: rule.at_time, zone: rule.zone }, now);
    await tx.manager.query('update outreach.rule set next_at = $2, last_at = $3 where id = $1', [id, next, now]);
    if (rule.holds) await this.make(tx, rule, now);
  }

  /** It sees what who made it saw. */
  private async make(tx: Transaction, rule: Rule, now: Date): Promise<void> {
    const role = rule.sees_confidential ? 'RESEARCHER' : 'MUNICIPAL_COORDINATOR';
    const actor = new Actor({ id: `rule:${rule.id}`, grants: grantsOf({ role }) });
    const filter = rule.kind === 'STALE' ? onlyStale(rule.filter) : rule.filter;
    const restedSince = new Date(+now - rule.rest_hours * HOUR);
    if (!(await this.book.asksSomebody(tx, actor, filter, restedSince))) return;
    const campaignId = newId();
    const dueAt = new Date(+now + rule.due_after_hours * HOUR);
    const said = { ...saidIn(rule), filter };
    await this.plan.write(tx, campaignId, said, {
      madeBy: rule.made_by,
      now,
      dueAt,
      seesConfidential: rule.sees_confidential,
      ruleId: rule.id,
    });
    await this.book.ask(tx, actor, { id: campaignId, filter, due_at: dueAt }, restedSince);
    await this.sending.launch(tx, await this.book.open(tx, campaignId));
  }
}

const onlyStale = ({ states: _, ...filter }: ServiceFilter): ServiceFilter => ({ ...filter, toConfirm: true });

function saidIn(rule: Rule): Said {
  const { name_fr, name_en, subject_fr, subject_en, message_fr, message_en, question_fr, question_en } = rule;
  const { filter, crisis_id, asks_capacity, facts, remind_after, quiet_from, quiet_to } = rule;
  const texts = { name_fr, name_en, subject_fr, subject_en, message_fr, message_en, question_fr, question_en };
  return { ...texts, filter, crisis_id, asks_capacity, facts, remind_after, quiet_from, quiet_to };
}

const dueSql = `
  select rule.*, to_char(rule.at_time, 'HH24:MI') as at_time, to_char(rule.quiet_from, 'HH24:MI') as quiet_from,
    to_char(rule.quiet_to, 'HH24:MI') as quiet_to, region.time_zone as zone,
    not exists (select from crises_published.crisis where crisis.id = rule.crisis_id and crisis.exercise)
      and (rule.phases = '{}' or exists (
        select from crises_published.crisis
        where (rule.crisis_id is null or crisis.id = rule.crisis_id) and not crisis.exercise and crisis.closed_at is null
          and crisis.phase = any(rule.phases))) as holds
  from outreach.rule cross join directory_published.region
  where rule.id = $1 and rule.ended_at is null and rule.next_at <= $2
  for update of rule`;
