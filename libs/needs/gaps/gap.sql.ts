/** What is counted of a gap's needs at an instant: the place of the value in the statement. */
export const figures = (at: string): string => `
  cross join lateral (
    select count(*) filter (where need.at > ${at} - interval '72 hours')::int as recent,
      count(*) filter (where need.at <= ${at} - interval '72 hours' and need.at > ${at} - interval '144 hours')::int as before,
      count(*) filter (where need.vulnerable)::int as vulnerable
    from needs.need where need.gap_id = gap.id
  ) counted
  cross join lateral (
    select not exists (
      select from needs.commitment, directory_published.region
      where commitment.gap_id = gap.id and released_at is null and (per <> 'ONCE' or delivered < quantity)
        and (until is null or until >= (${at} at time zone region.time_zone)::date)) as uncommitted,
      counted.recent * 3 + (gap.count - counted.recent) + counted.vulnerable * 2 as value
  ) weighed`;

const organization = (id: string): string => `(
  select jsonb_build_object('id', id, 'kind', kind, 'name', jsonb_build_object('fr', name_fr, 'en', name_en))
  from directory_published.organization where id = ${id} and not confidential)`;

/** As the schema has it; what a list does not ask for is resolved apart. */
export const gapNode = `jsonb_build_object(
  'id', gap.id, 'kind', gap.kind, 'territoryCode', gap.territory, 'crisisId', gap.crisis_id, 'state', gap.state, 'count', gap.count,
  'households', gap.households, 'openedAt', gap.opened_at, 'lastAt', gap.last_at, 'stateAt', gap.state_at, 'closedAt', gap.closed_at,
  'learned', gap.learned, 'addressedServiceId', gap.addressed_service_id,
  'kindName', coalesce(
    (select jsonb_build_object('fr', name_fr, 'en', name_en) from crises_published.need_kind own where own.crisis_id = gap.crisis_id and own.code = gap.kind),
    (select jsonb_build_object('fr', name_fr, 'en', name_en) from needs.kind where kind.code = gap.kind), jsonb_build_object('fr', gap.kind, 'en', gap.kind)),
  'assignedTo', ${organization('gap.assigned_organization_id')},
  'answer', (select jsonb_build_object('kind', step.answer, 'from', step.from_day, 'note', step.note, 'at', step.at)
    from needs.gap_step step where step.gap_id = gap.id and step.step in ('ANSWERED', 'ASSIGNED') and gap.assigned_organization_id is not null
      and step.id = (select max(last.id::text)::uuid from needs.gap_step last where last.gap_id = gap.id and last.step in ('ANSWERED', 'ASSIGNED'))
      and step.step = 'ANSWERED'),
  'commitments', coalesce((select jsonb_agg(jsonb_build_object('id', given.id, 'organization', ${organization('given.organization_id')},
      'quantity', given.quantity, 'unit', given.unit, 'per', given.per, 'delivered', given.delivered, 'until', given.until, 'madeAt', given.made_at,
      'releasedAt', given.released_at, 'releaseReason', given.release_reason) order by given.released_at nulls first, given.made_at, given.id)
    from needs.commitment given where given.gap_id = gap.id), '[]'),
  'weight', jsonb_build_object('value', weighed.value, 'recent', counted.recent, 'before', counted.before, 'vulnerable', counted.vulnerable,
    'uncommitted', weighed.uncommitted))`;
