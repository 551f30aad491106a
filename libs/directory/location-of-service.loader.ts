import { Inject, Injectable } from '@nestjs/common';
import { Loader } from '#libs/platform';
import type { Location } from '#libs/schema';
import { ServiceById } from './service-by-id.loader.ts';

/** One place of a service, by `<service> <location>`: how much of it is told depends on the service. Null once it is no longer its place. */
@Injectable()
export class LocationOfService extends Loader<string, Location> {
  constructor(@Inject(ServiceById) private readonly serviceById: ServiceById) {
    super();
  }

  protected async loadAll(keys: readonly string[]) {
    const found = await Promise.all(
      keys.map(async key => {
        const [serviceId, locationId] = key.split(' ') as [string, string];
        const location = (await this.serviceById.load(serviceId))?.locations.find(({ id }) => id === locationId);
        return location ? ([key, location] as const) : null;
      }),
    );
    return new Map(found.filter(each => each !== null));
  }
}
