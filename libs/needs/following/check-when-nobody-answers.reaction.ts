import { Inject, Injectable } from '@nestjs/common';
import { Actor } from '#libs/kernel';
import { type Logged, type Reaction, Reactions, type Transaction } from '#libs/platform';
import { ContradictServiceStatus, ServiceNotFound } from '#libs/status';
import { type ContactFact, ContactRecordedEvent } from '../contacts/contacts.events.ts';

const CALLS = 3;
const note = { fr: 'Trois appels du 211 sont restés sans réponse.', en: 'Three calls by the 211 went unanswered.' };
/** What it finds out, the 211 says. */
const centre = new Actor({ id: 'hub', grants: [{ permission: 'contradiction:read', reach: 'REGION', role: 'COUNSELLOR' }] });

/** Three of those who were sent to a service found nobody there within a week: it is checked with the organization. */
@Injectable()
export class CheckWhenNobodyAnswers implements Reaction<ContactFact> {
  readonly name = 'check-when-nobody-answers';
  readonly kinds = [ContactRecordedEvent];

  constructor(
    @Inject(ContradictServiceStatus) private readonly contradict: ContradictServiceStatus,
    @Inject(Reactions) reactions: Reactions,
  ) {
    reactions.define(this);
  }

  async react(tx: Transaction, { occurredAt, payload: { needs, exercise } }: Logged<ContactFact>): Promise<void> {
    if (exercise) return;
    const unanswered = needs.filter(({ reason }) => reason === 'NO_ANSWER').flatMap(({ references }) => references);
    for (const serviceId of new Set(unanswered)) {
      const [{ n }] = await tx.manager.query<[{ n: number }]>(callsSql, [serviceId, occurredAt]);
      if (n >= CALLS) await this.check(tx, serviceId, occurredAt);
    }
  }

  private async check(tx: Transaction, serviceId: string, at: Date): Promise<void> {
    await tx.manager.query('insert into needs.check_opened (service_id, at) values ($1, $2) on conflict do nothing', [serviceId, at]);
    try {
      await this.contradict.within(tx, { actor: centre, address: 'hub' }, { serviceId, says: 'SUSPENDED', note });
    } catch (error) {
      if (!(error instanceof ServiceNotFound)) throw error; // unlisted since, or confidential: of those nothing is said otherwise
    }
  }
}

/** In the week before, since the service last spoke and since the last check. */
const callsSql = `
  select count(*)::int as n
  from needs.reference join needs.need on need.id = reference.need_id join needs.contact on contact.id = need.contact_id
  where reference.service_id = $1 and need.unmet_reason = 'NO_ANSWER' and contact.recorded_at <= $2 and contact.recorded_at > greatest(
    $2::timestamptz - interval '7 days',
    (select max(at) from needs.check_opened where check_opened.service_id = $1),
    (select max(recorded_at) from status_published.report where report.service_id = $1))`;
