import { Inject, Injectable } from '@nestjs/common';
import { Links, type Outcome, say, type TextMessage, Texts, type Transaction } from '#libs/platform';
import { type Due, dueOf, named } from './due.query.ts';
import { RequestOutcomes } from './request-outcomes.ts';
import { UPDATE_REQUEST, UPDATE_TEXT, UPDATE_TEXT_REMINDER } from './sending.ts';

/** The same request as a text message: a sentence and the link, for who likes that better than mail. */
@Injectable()
export class UpdateRequestText {
  constructor(
    @Inject(Texts) texts: Texts,
    @Inject(Links) private readonly links: Links,
    @Inject(RequestOutcomes) private readonly outcomes: RequestOutcomes,
  ) {
    texts.define(UPDATE_TEXT, {
      write: (tx, requests, base) => this.write(tx, requests, base, false),
      settled: (tx, outcomes) => this.outcomes.record(tx, outcomes),
      named,
    });
    texts.define(UPDATE_TEXT_REMINDER, {
      write: (tx, requests, base) => this.write(tx, requests, base, true),
      settled: (tx, outcomes) => this.outcomes.record(tx, bounced(outcomes)),
      named,
    });
  }

  private async write(tx: Transaction, requests: readonly string[], base: string, reminder: boolean): Promise<Map<string, TextMessage>> {
    const due = (await dueOf(tx, requests, reminder)).filter(({ services }) => services.length > 0);
    const numbers = await tx.manager.query<{ organization: string; number: string }[]>(
      'select organization_id as organization, number from directory_published.texting where organization_id = any($1)',
      [due.map(({ through }) => through)],
    );
    const numberOf = new Map(numbers.map(({ organization, number }) => [organization, number]));
    const writable = due.filter(({ through }) => numberOf.has(through));
    const tokens = await this.links.mintMany(
      tx,
      UPDATE_REQUEST,
      writable.map(({ id, expiresAt }) => ({ subject: id, expiresAt })),
    );
    const message = ({ id, through, language }: Due): TextMessage => ({
      to: numberOf.get(through)!,
      text: say(language, reminder ? 'TEXT_REMINDER' : 'TEXT_REQUEST', { link: `${base}/r/${tokens.get(id)!}` }),
    });
    return new Map(writable.map(each => [each.id, message(each)]));
  }
}

/** A reminder that does not arrive changes nothing: what came before it did. */
const bounced = (outcomes: readonly Outcome[]): Outcome[] => outcomes.filter(({ outcome }) => outcome === 'BOUNCED');
