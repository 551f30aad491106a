import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { Jobs, Settings, type Transaction, UnitOfWork } from '#libs/platform';
import { ForgetEmergencies } from '../emergencies/forget-emergencies.ts';
import { ForgetFollowUp } from '../follow-ups/forget-follow-up.command.ts';
import { EndRound } from '../rounds/end-round.ts';

const FORGET = 'forget-persons';
const OFTEN = 5 * 60_000;

/** Whoever this room knows is forgotten when their time is over: follow-ups that are done, emergencies of yesterday, rounds that end. */
@Injectable()
export class ForgetPersons implements OnApplicationBootstrap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ForgetFollowUp) private readonly followUps: ForgetFollowUp,
    @Inject(ForgetEmergencies) private readonly emergencies: ForgetEmergencies,
    @Inject(EndRound) private readonly rounds: EndRound,
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
    let all = 0;
    for (const kind of [this.followUps, this.emergencies, this.rounds])
      for (let more = true; more;) {
        const some = await this.unitOfWork.run(tx => kind.some(tx));
        all += some.done;
        ({ more } = some);
      }
    return all;
  }

  private async forgetAndComeAgain(): Promise<void> {
    await this.forget();
    await this.unitOfWork.run(tx => this.later(tx, new Date(+this.clock.now() + OFTEN)));
  }

  private later(tx: Transaction, runAt: Date): Promise<void> {
    return this.jobs.enqueue(tx, FORGET, {}, { key: FORGET, runAt });
  }
}
