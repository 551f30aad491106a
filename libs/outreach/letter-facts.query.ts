import type { Transaction } from '#libs/platform';
import type { Localized } from '#libs/kernel';
import type { FactKind, ServiceState } from '#libs/schema';

/** What a letter says of a campaign. */
export interface Asking {
  readonly subject: Localized;
  readonly message: Localized;
  readonly question: Localized;
  readonly facts: readonly FactKind[];
  readonly asksCapacity: boolean;
  readonly dueAt: Date;
}

export interface ServiceTold {
  readonly name: Localized;
  /** Of who is spoken for. */
  readonly of: Localized | null;
  readonly state: ServiceState;
  readonly stale: boolean;
}

/** Whom a letter is for, and what the world sees of it. */
export interface Addressed {
  readonly key: string;
  readonly organization: Localized;
  readonly email: string | null;
  readonly zone: string;
  readonly services: readonly ServiceTold[];
}

export interface Wanted {
  key: string;
  through: string;
  contact: string | null;
  services: readonly string[];
}

/** As things stand now: a service that is not offered any more is not asked about. */
export function addressed(tx: Pick<Transaction, 'manager'>, wanted: readonly Wanted[], now: Date): Promise<Addressed[]> {
  return tx.manager.query(
    `select wanted.key, jsonb_build_object('fr', organization.name_fr, 'en', organization.name_en) as organization, region.time_zone as zone,
       (select email from directory_published.mailbox where mailbox.organization_id = wanted.through
        order by mailbox.contact_id is not distinct from wanted.contact desc, mailbox.place limit 1) as email,
       coalesce((
         select jsonb_agg(jsonb_build_object(
             'name', jsonb_build_object('fr', service.name_fr, 'en', service.name_en),
             'of', case when service.organization_id <> wanted.through then jsonb_build_object('fr', owner.name_fr, 'en', owner.name_en) end,
             'state', coalesce(standing.state, 'UNKNOWN'), 'stale', coalesce(standing.stale, false))
           order by service.organization_id <> wanted.through, owner.sort_name, service.sort_name, service.id)
         from directory_published.service join directory_published.organization owner on owner.id = service.organization_id
           left join status_published.standing_at($2) standing on standing.service_id = service.id
         where service.id = any(wanted.services)), '[]') as services
     from jsonb_to_recordset($1::jsonb) as wanted (key text, through uuid, contact uuid, services uuid[])
       join directory_published.organization on organization.id = wanted.through
       cross join directory_published.region`,
    [JSON.stringify(wanted), now],
  );
}
