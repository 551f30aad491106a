import { Inject, Injectable } from '@nestjs/common';
import type { Localized } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { ServiceStatus } from '#libs/schema';

const DAYS = 7;

export interface Opening {
  readonly opensAt: Date;
  readonly closesAt: Date;
}
export interface Named {
  readonly code: string;
  readonly name: Localized;
}

/** How one of its places is. */
export interface PlaceStatus {
  readonly locationId: string;
  readonly status: ServiceStatus;
}

const name = `jsonb_build_object('fr', name_fr, 'en', name_en) as name`;

/** What a plain page says beside its services. */
@Injectable()
export class PlainFacts {
  constructor(@Inject(Prepared) private readonly prepared: Prepared) {}

  async zone(): Promise<string> {
    const [region] = await this.prepared.query<{ zone: string }>('select time_zone as zone from directory_published.region', []);
    return region!.zone;
  }

  categories(): Promise<readonly Named[]> {
    return this.prepared.query<Named>(`select code, ${name} from directory_published.category order by position`, []);
  }

  /** Those that run, for everybody: of an exercise nothing. */
  crises(): Promise<readonly Named[]> {
    return this.prepared.query<Named>(
      `select id as code, ${name} from crises_published.crisis where not exercise and phase <> 'CLOSED' order by opened_at desc`,
      [],
    );
  }

  /** Of one that the caller may see. */
  places(serviceId: string, now: Date): Promise<readonly PlaceStatus[]> {
    return this.prepared.query<PlaceStatus>(
      `with said as (select * from status_published.status_at($2) where service_id = $1)
       select place.id as "locationId", case when own.service_id is not null then at_place.answer else whole.answer end as status
       from directory_published.location place
         left join status_published.place_at($2) own on own.service_id = place.service_id and own.location_id = place.id
         left join said at_place on at_place.location_id = place.id
         left join said whole on whole.location_id is null
       where place.service_id = $1 and (own.service_id is not null or whole.service_id is not null) order by place.name_fr, place.id`,
      [serviceId, now],
    );
  }

  /** The same. */
  openings(serviceId: string, now: Date): Promise<readonly Opening[]> {
    return this.prepared.query<Opening>(
      `select opens_at as "opensAt", closes_at as "closesAt" from directory_published.opening_period
       where service_id = $1 and closes_at > $2 and opens_at < $2::timestamptz + make_interval(days => $3) order by opens_at`,
      [serviceId, now, DAYS],
    );
  }
}
