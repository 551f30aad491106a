import { Inject, Injectable } from '@nestjs/common';
import { Devices } from '#libs/identity';
import { Clock } from '#libs/kernel';
import { type Logged, type Reaction, Reactions, say, type Transaction } from '#libs/platform';
import { type ContactFact, ContactRecordedEvent } from '../contacts/contacts.events.ts';
import type { SentRow } from './sent-since.loader.ts';
import { sentSinceSql } from './sent-since.sql.ts';

const STILL_TRUE_PUSH = 'still-true';

/** Many were sent to a service since it said how much it has: whoever speaks for it is asked, once for each word. */
@Injectable()
export class AskAgainWhenManyWereSent implements Reaction<ContactFact> {
  readonly name = 'ask-again-when-many-were-sent';
  readonly kinds = [ContactRecordedEvent];

  constructor(
    @Inject(Devices) private readonly devices: Devices,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Reactions) reactions: Reactions,
  ) {
    reactions.define(this);
    devices.define(STILL_TRUE_PUSH, language => ({
      title: say(language, 'STILL_TRUE_PUSH_TITLE'),
      body: say(language, 'STILL_TRUE_PUSH_BODY'),
      path: '/services',
      tag: STILL_TRUE_PUSH,
    }));
  }

  async react(tx: Transaction, { payload: { needs, exercise } }: Logged<ContactFact>): Promise<void> {
    const named = [...new Set(needs.flatMap(({ references }) => references))];
    if (exercise || named.length === 0) return;
    const now = this.clock.now();
    const sent = await tx.manager.query<SentRow[]>(sentSinceSql, [named, now]);
    for (const { serviceId, organizationId, since } of sent.filter(({ asksAgain }) => asksAgain)) {
      const [asked] = await tx.manager.query<{ service_id: string }[]>(
        'insert into needs.asked_again (service_id, since, at) values ($1, $2, $3) on conflict do nothing returning service_id',
        [serviceId, since, now],
      );
      if (asked)
        await this.devices.tellEditors(tx, STILL_TRUE_PUSH, [organizationId], {
          key: `${STILL_TRUE_PUSH} ${serviceId} ${since.toISOString()}`,
        });
    }
  }
}
