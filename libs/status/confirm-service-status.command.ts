import { Inject, Injectable } from '@nestjs/common';
import { type Actor, UserInputError } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { ConfirmServiceStatusInput, LeftOutReason } from '#libs/schema';
import { type HeldWord, StatusBook } from './status-book.ts';
import { type ServiceFacts, ServiceStatusConfirmedEvent } from './status.events.ts';
import { Speaking } from './speaking.ts';
import { may } from './status.policies.ts';
import { GoodUntilPassed, NotYourService, ServiceNotFound } from './status.refusals.ts';

export interface ServiceStatusConfirmed {
  serviceIds: string[];
  /** A newer word holds than the person saw, or nobody has said anything yet. */
  leftOutIds: string[];
  /** Answers that were remembered before reasons were have none. */
  leftOut?: LeftOut[];
}

interface LeftOut {
  serviceId: string;
  why: LeftOutReason;
}

/** « Rien n’a changé » for many says nothing of a count, nor of an end that has passed: each of those is said for itself. */
function whyNot(
  words: readonly HeldWord[],
  { many, observedAt, now }: { many: boolean; observedAt?: Date | null; now: Date },
): LeftOutReason | null {
  if (words.length === 0) return 'NEVER_SAID';
  if (observedAt && words.some(({ knownSince }) => knownSince > observedAt)) return 'NEWER_WORD';
  if (words.some(({ goodUntil }) => goodUntil && goodUntil <= now)) return 'GOOD_UNTIL_IS_OVER';
  return many && words.some(({ counted }) => counted) ? 'HAS_CAPACITY' : null;
}

/** From then on it counts: of what was said without a line that is the tap, never before what was seen. */
function saidBy({ saidAt, observedAt }: ConfirmServiceStatusInput, now: Date): Date {
  if (!saidAt || saidAt > now) return now;
  return observedAt && observedAt > saidAt ? new Date(Math.min(+observedAt, +now)) : saidAt;
}

/** `field`: where in the input it was named. */
type Opened = { service: ServiceFacts; now: Date; field: string };

const MOST = 200;

/** The same state again, for all of the services or for none. */
@Injectable()
export class ConfirmServiceStatus {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StatusBook) private readonly book: StatusBook,
    @Inject(Speaking) private readonly speaking: Speaking,
  ) {}

  run(actor: Actor, input: ConfirmServiceStatusInput): Promise<ServiceStatusConfirmed> {
    if (input.serviceIds.length > MOST) throw new UserInputError(`At most ${MOST} services are confirmed at once.`);
    return this.unitOfWork.once(actor, 'confirmServiceStatus', input, tx => this.within(tx, actor, input));
  }

  /** In a transaction of another command; `asked`: it knows already that the actor may speak of all of them. */
  async within(tx: Transaction, actor: Actor, input: ConfirmServiceStatusInput, { asked = false } = {}): Promise<ServiceStatusConfirmed> {
    const found = await this.find(tx, actor, input.serviceIds, asked);
    const many = found.length > 1;
    const [confirmed, leftOut]: [Opened[], LeftOut[]] = [[], []];
    for (const opened of found) {
      const why = whyNot(await this.book.words(tx, opened.service.id, opened.now), {
        many,
        observedAt: input.observedAt,
        now: opened.now,
      });
      if (why === 'GOOD_UNTIL_IS_OVER' && !many && !asked) throw new GoodUntilPassed('GOOD_UNTIL_PASSED', opened.field);
      if (why) leftOut.push({ serviceId: opened.service.id, why });
      else confirmed.push(opened);
    }
    for (const { service, now } of confirmed) await this.confirm(tx, service, now, saidBy(input, now));
    return { serviceIds: confirmed.map(({ service }) => service.id), leftOutIds: leftOut.map(({ serviceId }) => serviceId), leftOut };
  }

  private async confirm(tx: Transaction, before: ServiceFacts, now: Date, saidAt: Date): Promise<void> {
    await this.book.confirm(tx, before.id, now, saidAt);
    const after = (await this.book.facts(tx, before.id, null, now))!; // held, so still there
    const fact = { v: 1 as const, serviceId: before.id, locationId: null, reportId: after.status.reportId };
    tx.announce(ServiceStatusConfirmedEvent.of(before.id, { ...fact, before, after }));
  }

  /** In the order of their ids, whatever the order asked: two who confirm the same never wait for each other in a ring. */
  private async find(tx: Transaction, actor: Actor, serviceIds: readonly string[], asked: boolean): Promise<Opened[]> {
    const found: Opened[] = [];
    for (const serviceId of [...new Set(serviceIds.map(id => id.toLowerCase()))].sort()) {
      const field = `serviceIds.${serviceIds.findIndex(id => id.toLowerCase() === serviceId)}`;
      const opened = await this.book.open(tx, serviceId);
      if (!opened || !may(actor).see(opened.service)) throw new ServiceNotFound('SERVICE_NOT_FOUND', field);
      if (!asked && !(await this.speaking.sourceFor(tx, actor, opened.service))) throw new NotYourService('NOT_YOUR_SERVICE', field);
      found.push({ ...opened, field });
    }
    return found;
  }
}
