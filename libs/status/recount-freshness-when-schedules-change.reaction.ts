import { Inject, Injectable } from '@nestjs/common';
import { type SchedulesChanged, ServiceSchedulesChangedEvent } from '#libs/directory';
import { newId } from '#libs/kernel';
import { type Logged, type Reaction, Reactions, type Transaction } from '#libs/platform';
import { RecountFreshness } from './recount-freshness.ts';
import { FreshnessRecountedEvent } from './status.events.ts';

/** Words age in opening hours: when those change, so do their instants. */
@Injectable()
export class RecountFreshnessWhenSchedulesChange implements Reaction<SchedulesChanged> {
  readonly name = 'recount-freshness-when-schedules-change';
  readonly kinds = [ServiceSchedulesChangedEvent];

  constructor(
    @Inject(RecountFreshness) private readonly recount: RecountFreshness,
    @Inject(Reactions) reactions: Reactions,
  ) {
    reactions.define(this);
  }

  async react(tx: Transaction, { payload: { serviceIds } }: Logged<SchedulesChanged>): Promise<void> {
    await this.recount.run({ serviceIds }, tx);
    tx.announce(FreshnessRecountedEvent.of(newId(), { v: 1, territories: null }));
  }
}
