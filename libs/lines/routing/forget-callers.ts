import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { Envelopes, Jobs, Settings, type Transaction, UnitOfWork } from '#libs/platform';

const FORGET = 'forget-routing-callers';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AT_ONCE = 200;

/** Who reported a problem is forgotten some time after its end: the key that sealed it is destroyed, and what was told goes with it. */
@Injectable()
export class ForgetCallers implements OnApplicationBootstrap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Envelopes) private readonly envelopes: Envelopes,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    jobs.define(FORGET, () => this.forgetAndComeAgain());
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.roles.has('worker')) await this.unitOfWork.run(tx => this.later(tx, this.clock.now()));
  }

  /** Answers how many. */
  async forget(): Promise<number> {
    let [all, these] = [0, AT_ONCE];
    for (; these === AT_ONCE; all += these) these = await this.unitOfWork.run(tx => this.some(tx));
    return all;
  }

  private async some(tx: Transaction): Promise<number> {
    const now = this.clock.now();
    const before = new Date(+now - this.settings.limits.keepRoutingCallersDays * DAY);
    const [rows] = await tx.manager.query<[{ data_key_id: string }[], number]>(
      `update lines.routing_problem set forgotten_at = $2, what_happened = null where id in (
         select id from lines.routing_problem where closed_at < $1 and forgotten_at is null order by closed_at limit ${AT_ONCE} for update skip locked)
       returning data_key_id`,
      [before, now],
    );
    await this.envelopes.destroy(
      tx,
      rows.map(row => row.data_key_id),
    );
    return rows.length;
  }

  private async forgetAndComeAgain(): Promise<void> {
    await this.forget();
    await this.unitOfWork.run(tx => this.later(tx, new Date(this.clock.now().getTime() + HOUR)));
  }

  private later(tx: Transaction, runAt: Date): Promise<void> {
    return this.jobs.enqueue(tx, FORGET, {}, { key: FORGET, runAt });
  }
}
