import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { type Present, PresentOf } from '#libs/platform';
import { ServiceSeen } from './service-seen.loader.ts';
import { eventsOfServices } from './status.events.ts';
import { may } from './status.policies.ts';

/** A service that left the list, or became confidential, is told of no more, whatever the event's own facts say. */
@PresentOf(eventsOfServices.map(({ kind }) => kind))
@Injectable()
export class ServicePresent implements Present {
  constructor(@Inject(ServiceSeen) private readonly seen: ServiceSeen) {}

  async tells(serviceId: string, reader: Actor): Promise<boolean> {
    const service = await this.seen.load(serviceId);
    return service !== null && may(reader).see(service);
  }
}
