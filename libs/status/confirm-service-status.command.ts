import { Inject, Injectable } from '@nestjs/common';
import { type Actor, UserInputError } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { ConfirmServiceStatusInput } from '#libs/schema';
import { StatusBook } from './status-book.ts';
import { type ServiceFacts, ServiceStatusConfirmedEvent } from './status.events.ts';
import { may } from './status.policies.ts';
import { GoodUntilPassed, NotYourService, ServiceNotFound } from './status.refusals.ts';

export interface ServiceStatusConfirmed {
  serviceIds: string[];
  /** A newer word holds than the person saw, or nobody has said anything yet. */
  leftOutIds: string[];
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
  ) {}

  run(actor: Actor, input: ConfirmServiceStatusInput): Promise<ServiceStatusConfirmed> {
    if (input.serviceIds.length > MOST) throw new UserInputError(`At most ${MOST} services are confirmed at once.`);
    return this.unitOfWork.once(actor, 'confirmServiceStatus', input, async tx => {
      const found = await this.find(tx, actor, input.serviceIds);
      const [confirmed, leftOutIds]: [Opened[], string[]] = [[], []];
      for (const opened of found) {
        const words = await this.book.words(tx, opened.service.id, opened.now);
        if (words.length === 0 || words.some(({ knownSince }) => input.observedAt && knownSince > input.observedAt))
          leftOutIds.push(opened.service.id);
        else if (words.some(({ goodUntil }) => goodUntil && goodUntil <= opened.now))
          throw new GoodUntilPassed('GOOD_UNTIL_PASSED', opened.field);
        else confirmed.push(opened);
      }
      for (const { service, now } of confirmed) await this.confirm(tx, service, now);
      return { serviceIds: confirmed.map(({ service }) => service.id), leftOutIds };
    });
  }

  private async confirm(tx: Transaction, before: ServiceFacts, now: Date): Promise<void> {
    await this.book.confirm(tx, before.id, now);
    const after = (await this.book.facts(tx, before.id, null, now))!; // held, so still there
    const fact = { v: 1 as const, serviceId: before.id, locationId: null, reportId: after.status.reportId };
    tx.announce(ServiceStatusConfirmedEvent.of(before.id, { ...fact, before, after }));
  }

  /** In the order of their ids, whatever the order asked: two who confirm the same never wait for each other in a ring. */
  private async find(tx: Transaction, actor: Actor, serviceIds: readonly string[]): Promise<Opened[]> {
    const found: Opened[] = [];
    for (const serviceId of [...new Set(serviceIds.map(id => id.toLowerCase()))].sort()) {
      const field = `serviceIds.${serviceIds.findIndex(id => id.toLowerCase() === serviceId)}`;
      const opened = await this.book.open(tx, serviceId);
      if (!opened || !may(actor).see(opened.service)) throw new ServiceNotFound('SERVICE_NOT_FOUND', field);
      if (!may(actor).reportStatusOf(opened.service)) throw new NotYourService('NOT_YOUR_SERVICE', field);
      found.push({ ...opened, field });
    }
    return found;
  }
}
