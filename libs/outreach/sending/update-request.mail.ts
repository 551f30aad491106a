import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { type Letter, Links, Mail, type Outcome, type Template, type Transaction } from '#libs/platform';
import { letterOf } from '../letter.ts';
import { type Addressed, addressed } from '../letter-facts.query.ts';
import { type Due, dueOf, named } from './due.query.ts';
import { RequestOutcomes } from './request-outcomes.ts';
import { UPDATE_REMINDER, UPDATE_REQUEST } from './sending.ts';

/** The letters of a campaign are written as they leave: with today's words, today's states and a link of their own. */
@Injectable()
export class UpdateRequestMail {
  constructor(
    @Inject(Mail) mail: Mail,
    @Inject(Links) private readonly links: Links,
    @Inject(RequestOutcomes) private readonly outcomes: RequestOutcomes,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    mail.define(UPDATE_REQUEST, this.template(false));
    mail.define(UPDATE_REMINDER, this.template(true));
  }

  private template(reminder: boolean): Template<Letter> {
    return {
      write: (tx, requests, base) => this.write(tx, requests, { base, reminder }),
      settled: (tx, outcomes) => this.settled(tx, outcomes, reminder),
      named,
    };
  }

  /** Not to who has answered meanwhile, has nothing left to say of, or whose campaign is over. */
  private async write(
    tx: Transaction,
    requests: readonly string[],
    how: { base: string; reminder: boolean },
  ): Promise<Map<string, Letter>> {
    const due = await dueOf(tx, requests, how.reminder);
    const wanted = due.map(({ id, through, contact, services }) => ({ key: id, through, contact, services }));
    const known = new Map((await addressed(tx, wanted, this.clock.now())).map(each => [each.key, each]));
    const writable = due.filter(({ id }) => known.get(id)?.email && known.get(id)!.services.length > 0);
    const tokens = await this.links.mintMany(
      tx,
      UPDATE_REQUEST,
      writable.map(({ id, expiresAt }) => ({ subject: id, expiresAt })),
    );
    return new Map(writable.map(each => [each.id, this.letter(each, known.get(each.id)!, { ...how, token: tokens.get(each.id)! })]));
  }

  private letter(due: Due, known: Addressed, { base, token, reminder }: { base: string; token: string; reminder: boolean }): Letter {
    const link = `${base}/r/${token}`;
    const unsubscribe = link.startsWith('https:') ? `${link}/unsubscribe` : undefined;
    return { ...letterOf(due, known, due.language, { link, reminder }), to: known.email!, language: due.language, unsubscribe };
  }

  /** A reminder that does not arrive changes nothing: the letter before it did. */
  private async settled(tx: Transaction, outcomes: readonly Outcome[], reminder: boolean): Promise<void> {
    if (!reminder) await this.outcomes.record(tx, outcomes);
    else
      await this.outcomes.record(
        tx,
        outcomes.filter(({ outcome }) => outcome === 'BOUNCED'),
      );
  }
}
