import { Inject, Injectable } from '@nestjs/common';
import { Devices } from '#libs/identity';
import { type Logged, type Reaction, Reactions, say, type Transaction } from '#libs/platform';
import { GapAssignedEvent, type GapFact } from '../gaps/gaps.events.ts';

const PROPOSED_PUSH = 'gap-proposed';
type Proposed = GapFact & { organizationId: string };

/** Whoever speaks for an organization hears that something is proposed to it. */
@Injectable()
export class TellEditorsWhenAGapIsProposed implements Reaction<Proposed> {
  readonly name = 'tell-editors-when-a-gap-is-proposed';
  readonly kinds = [GapAssignedEvent];

  constructor(
    @Inject(Devices) private readonly devices: Devices,
    @Inject(Reactions) reactions: Reactions,
  ) {
    reactions.define(this);
    devices.define(PROPOSED_PUSH, language => ({
      title: say(language, 'GAP_PROPOSED_PUSH_TITLE'),
      body: say(language, 'GAP_PROPOSED_PUSH_BODY'),
      path: '/besoins',
      tag: PROPOSED_PUSH,
    }));
  }

  async react(tx: Transaction, { position, payload: { organizationId, exercise } }: Logged<Proposed>): Promise<void> {
    if (!exercise) await this.devices.tellEditors(tx, PROPOSED_PUSH, [organizationId], { key: `${PROPOSED_PUSH} ${position}` });
  }
}
