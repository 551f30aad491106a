import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Localized } from '#libs/kernel';
import { Loader } from '#libs/platform';
import { type HoursOfService, holidays, hoursOfServices } from './hours-of-services.ts';

/** What is said of a service's hours, with the holidays that they know. */
@Injectable()
export class HoursOfServiceById extends Loader<string, HoursOfService & { holidays: ReadonlyMap<string, Localized> }> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const [services, known] = await Promise.all([hoursOfServices(this.db.manager, ids), holidays(this.db.manager)]);
    return new Map(services.map(service => [service.id, { ...service, holidays: known }]));
  }
}
