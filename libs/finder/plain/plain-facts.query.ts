import { Inject, Injectable } from '@nestjs/common';
import type { Localized } from '#libs/kernel';
import { Prepared } from '#libs/platform';

const DAYS = 7;

export interface Opening {
  readonly opensAt: Date;
  readonly closesAt: Date;
}
export interface Named {
  readonly code: string;
  readonly name: Localized;
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
  openings(serviceId: string, now: Date): Promise<readonly Opening[]> {
    return this.prepared.query<Opening>(
      `select opens_at as "opensAt", closes_at as "closesAt" from directory_published.opening_period
       where service_id = $1 and closes_at > $2 and opens_at < $2::timestamptz + make_interval(days => $3) order by opens_at`,
      [serviceId, now, DAYS],
    );
  }
}
