import type { LocalizedText, ServiceState } from '#libs/schema';
import type { ServiceFacts } from './status.events.ts';

/** How a service stands while many words on it are taken in; instants as the database or as this process knows them. */
export interface Standing {
  readonly id: string;
  readonly facts: Pick<ServiceFacts, 'id' | 'organizationId' | 'territories' | 'categories' | 'confidential'>;
  /** It has plans, a mark, or words on its places. */
  readonly entangled: boolean;
  /** In milliseconds. */
  readonly limit: number;
  readonly openings: readonly (readonly [opens: number, closes: number])[];
  unit: LocalizedText | null;
  held: {
    readonly reportId: string;
    readonly state: ServiceState;
    readonly position: string;
    readonly observedAt: Date | string;
    readonly effectiveFrom: Date | string;
    readonly goodUntil: Date | string | null;
    readonly confirmedAt: Date | string | null;
    readonly agingAt: Date | string;
    readonly staleAt: Date | string;
  } | null;
}

const ms = (instant: string) => `extract(epoch from ${instant})::float8 * 1000`;

export const standingsSql = `
  select service.id,
    jsonb_build_object('id', service.id, 'organizationId', service.organization_id, 'territories', service.territories,
      'categories', service.categories, 'confidential', service.confidential) as facts,
    exists (select from status.current own where own.service_id = service.id and (own.location_id is not null or own.contradicted))
      or exists (select from status.planned plan where plan.service_id = service.id) as entangled,
    extract(epoch from crises_published.fresh_for(coalesce(service.territories, '{}'), coalesce(service.categories, '{}')))::float8 * 1000 as limit,
    coalesce((select jsonb_agg(jsonb_build_array(${ms('period.opens_at')}, ${ms('period.closes_at')}) order by period.opens_at)
      from directory_published.opening_period period where period.service_id = service.id), '[]') as openings,
    (select report.capacity -> 'unit' from status.report where report.service_id = service.id and report.capacity is not null
      order by report.position desc limit 1) as unit,
    (select jsonb_build_object('reportId', word.id, 'state', word.state, 'position', word.position, 'observedAt', word.observed_at,
        'effectiveFrom', word.effective_from, 'goodUntil', word.good_until, 'confirmedAt', kept.confirmed_at,
        'agingAt', kept.aging_at, 'staleAt', kept.stale_at)
      from status.current kept join status.report word on word.id = kept.report_id
      where kept.service_id = service.id and kept.location_id is null) as held
  from directory_published.service where service.id = any($1)`;

export const writeStandings = `
  insert into status.current as was (service_id, report_id, confirmed_at, aging_at, stale_at)
  select id, (held ->> 'reportId')::uuid, (held ->> 'confirmedAt')::timestamptz, (held ->> 'agingAt')::timestamptz, (held ->> 'staleAt')::timestamptz
  from jsonb_to_recordset($1::jsonb) as standing (id uuid, held jsonb)
  on conflict (service_id, location_id) do update set
    report_id = excluded.report_id, confirmed_at = excluded.confirmed_at, aging_at = excluded.aging_at, stale_at = excluded.stale_at`;
