import { Inject, Injectable } from '@nestjs/common';
import { Devices } from '#libs/identity';
import { type Logged, type Reaction, Reactions, say, type Transaction } from '#libs/platform';
import { GapAddressedEvent, GapClosedEvent, type GapFact } from '../gaps/gaps.events.ts';

const ANSWERED_PUSH = 'gap-answered';

/** Counsellors who flagged a gap, and whoever follows it, hear how it ended; the rest is on their own screen. */
@Injectable()
export class TellFollowersWhenAGapEnds implements Reaction<GapFact> {
  readonly name = 'tell-followers-when-a-gap-ends';
  readonly kinds = [GapAddressedEvent, GapClosedEvent] as unknown as Reaction<GapFact>['kinds']; // one payload says more

  constructor(
    @Inject(Devices) private readonly devices: Devices,
    @Inject(Reactions) reactions: Reactions,
  ) {
    reactions.define(this);
    devices.define(ANSWERED_PUSH, language => ({
      title: say(language, 'GAP_ANSWERED_PUSH_TITLE'),
      body: say(language, 'GAP_ANSWERED_PUSH_BODY'),
      path: '/ma-journee',
      tag: ANSWERED_PUSH,
    }));
  }

  async react(tx: Transaction, { position, payload: { gapId, exercise } }: Logged<GapFact>): Promise<void> {
    if (exercise) return;
    const rows = await tx.manager.query<{ id: string }[]>('select account_id as id from needs.gap_follower where gap_id = $1', [gapId]);
    await this.devices.tellAccounts(
      tx,
      ANSWERED_PUSH,
      rows.map(({ id }) => id),
      { key: `${ANSWERED_PUSH} ${position}` },
    );
  }
}
