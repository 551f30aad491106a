import { Inject, Injectable } from '@nestjs/common';
import {
  CrisisAreaAddedEvent,
  CrisisFreshnessSetEvent,
  CrisisMattersSetEvent,
  CrisisOpenedEvent,
  CrisisPhaseChangedEvent,
} from '#libs/crises';
import { newId } from '#libs/kernel';
import { type Logged, type Reaction, Reactions, type Transaction, type Versioned } from '#libs/platform';
import { RecountFreshness } from './recount-freshness.ts';
import { FreshnessRecountedEvent } from './status.events.ts';

type Somewhere = Versioned & { exercise: boolean; areas?: readonly { territory: string }[]; territories?: readonly string[] };

/** A crisis that begins, spreads, changes phase, what matters or its rule tightens or loosens how long words stay fresh where it is. */
@Injectable()
export class RecountFreshnessWhenCrisesChange implements Reaction<Somewhere> {
  readonly name = 'recount-freshness-when-crises-change';
  readonly kinds = [
    CrisisOpenedEvent,
    CrisisPhaseChangedEvent,
    CrisisAreaAddedEvent,
    CrisisMattersSetEvent,
    CrisisFreshnessSetEvent,
  ] as unknown as Reaction<Somewhere>['kinds']; // narrower payloads

  constructor(
    @Inject(RecountFreshness) private readonly recount: RecountFreshness,
    @Inject(Reactions) reactions: Reactions,
  ) {
    reactions.define(this);
  }

  async react(tx: Transaction, { payload: { exercise, areas, territories } }: Logged<Somewhere>): Promise<void> {
    const where = territories ?? areas?.map(({ territory }) => territory) ?? [];
    if (exercise || where.length === 0) return;
    await this.recount.run({ territories: where }, tx);
    tx.announce(FreshnessRecountedEvent.of(newId(), { v: 1, territories: where }));
  }
}
