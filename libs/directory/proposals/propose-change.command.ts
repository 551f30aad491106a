import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { FactKind } from '#libs/schema';

export interface Proposal {
  readonly kind: FactKind;
  readonly serviceId: string;
  /** Of an ADDRESS the place. */
  readonly locationId: string | null;
  readonly proposed: string;
  readonly saidBy: 'LINK' | 'RELAY';
  readonly saidAt: Date;
  /** Of what it was an answer. */
  readonly requestId: string | null;
}

/** What the record says now; null where it says nothing. */
const present: Record<FactKind, string> = {
  PHONE: `(select number || coalesce(' #' || extension, '') from directory_published.phone where service_id = service.id order by position, number limit 1)`,
  ADDRESS: `(select address from directory_published.location where service_id = service.id and id = $3)`,
  HOURS: `(select string_agg(to_char(opens_at at time zone service.time_zone, 'YYYY-MM-DD HH24:MI') || '–' ||
      to_char(closes_at at time zone service.time_zone, 'HH24:MI'), e'\\n' order by opens_at)
    from directory_published.opening_period where service_id = service.id and opens_at between $8 and $8::timestamptz + interval '7 days')`,
};

/** Somebody says that a record should say otherwise. The same again, while nobody has looked at it, is not said twice. */
@Injectable()
export class ProposeChange {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** In a transaction of another command, which has asked whether the service is the speaker's. */
  async within(tx: Transaction, proposal: Proposal): Promise<void> {
    const { kind, serviceId, locationId, proposed, saidBy, saidAt, requestId } = proposal;
    const place = kind === 'ADDRESS' ? locationId : null;
    await tx.manager.query(
      `insert into directory.proposed_change (id, organization_id, service_id, location_id, kind, present, proposed, said_by, said_at, request_id)
       select $1, service.organization_id, service.id, $3, $4, left(nullif(${present[kind]}, ''), 2000), $5, $6, $7, $9
       from directory_published.service
       where service.id = $2
         and ($3::uuid is null or exists (select from directory_published.location place where place.id = $3 and place.service_id = service.id))
         and $8::timestamptz is not null
         and not exists (select from directory.proposed_change said where said.service_id = service.id and said.kind = $4
           and said.location_id is not distinct from $3 and said.proposed = $5 and said.state = 'PROPOSED')`,
      [newId(), serviceId, place, kind, proposed, saidBy, saidAt, this.clock.now(), requestId],
    );
  }
}
