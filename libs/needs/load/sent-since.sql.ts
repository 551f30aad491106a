/** For each service of `$1` at the instant `$2`: since when, how many were sent, and whether that is most of what it had. */
export const sentSinceSql = `
  select service.id as "serviceId", service.organization_id as "organizationId", since.at as since, sent.n as "references", round(sent.estimate, 1)::float8 as estimate,
    coalesce((held.answer -> 'capacity' ->> 'available')::int > 0 and sent.estimate >= 0.75 * (held.answer -> 'capacity' ->> 'available')::int, false) as "asksAgain"
  from unnest($1::uuid[]) asked (id) join directory_published.service on service.id = asked.id
    left join status_published.status_at($2) held on held.service_id = service.id and held.location_id is null
    cross join lateral (
      select greatest($2::timestamptz - interval '7 days', (held.answer ->> 'observedAt')::timestamptz, (held.answer ->> 'confirmedAt')::timestamptz) as at) since
    cross join lateral (
      select count(*)::int as n, coalesce(sum(1.0 / shared.n), 0) as estimate
      from needs.reference join needs.need on need.id = reference.need_id join needs.contact on contact.id = need.contact_id
        cross join lateral (select count(*) as n from needs.reference other where other.need_id = reference.need_id) shared
      where reference.service_id = service.id and reference.at > since.at and contact.kind <> 'TEST'
        and not exists (select from crises_published.crisis where crisis.id = contact.crisis_id and crisis.exercise)) sent`;
