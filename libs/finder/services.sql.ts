/** Whether the caller may see what is confidential of this service; $2: the organizations whose it may, null for all. */
const trusted = '($2::uuid[] is null or service.organization_id = any($2))';

/** Kilometres between a place and a point, by the haversine formula on a sphere of 6371 km. */
const distance = (latitude: string, longitude: string) => `
  6371 * 2 * asin(sqrt(least(1, power(sin(radians(place.latitude - ${latitude}) / 2), 2)
    + cos(radians(${latitude})) * cos(radians(place.latitude)) * power(sin(radians(place.longitude - ${longitude}) / 2), 2))))`;

/** A service as the schema has it. `service`, `status` and `match` are in scope. */
const node = `jsonb_build_object(
  'id', service.id,
  'name', jsonb_build_object('fr', service.name_fr, 'en', service.name_en),
  'description', case when num_nonnulls(service.description_fr, service.description_en) > 0
    then jsonb_build_object('fr', service.description_fr, 'en', service.description_en) end,
  'organization', (select jsonb_build_object('id', organization.id, 'kind', organization.kind,
      'name', jsonb_build_object('fr', organization.name_fr, 'en', organization.name_en))
    from directory_published.organization where organization.id = service.organization_id),
  'categories', coalesce((select jsonb_agg(jsonb_build_object('code', category.code,
      'name', jsonb_build_object('fr', category.name_fr, 'en', category.name_en)) order by category.position)
    from directory_published.category where category.code = any(service.categories)), '[]'),
  'locations', coalesce((select jsonb_agg(jsonb_build_object('id', place.id,
      'name', case when num_nonnulls(place.name_fr, place.name_en) > 0 then jsonb_build_object('fr', place.name_fr, 'en', place.name_en) end,
      'address', case when ${trusted} or not place.confidential then place.address end,
      'latitude', case when ${trusted} or not place.confidential then place.latitude end,
      'longitude', case when ${trusted} or not place.confidential then place.longitude end,
      'territory', (select jsonb_build_object('code', territory.code, 'kind', territory.kind,
          'name', jsonb_build_object('fr', territory.name_fr, 'en', territory.name_en))
        from directory_published.territory where territory.code = place.territory_code)) order by place.name_fr, place.id)
    from directory_published.location place where place.service_id = service.id), '[]'),
  'phones', coalesce((select jsonb_agg(jsonb_build_object('number', phone.number, 'extension', phone.extension,
      'description', case when num_nonnulls(phone.description_fr, phone.description_en) > 0
        then jsonb_build_object('fr', phone.description_fr, 'en', phone.description_en) end) order by phone.position)
    from directory_published.phone where phone.service_id = service.id), '[]'),
  'languages', service.languages, 'access', service.access,
  'status', coalesce(status.answer, '{"state": "UNKNOWN", "changes": [], "contradicted": false, "mixed": false}'),
  'match', match.answer)`;

const visible = `(not service.confidential or ${trusted})`;

export const serviceSql = `
  select ${node} as answer
  from directory_published.service
    left join status_published.status_at($1) status on status.service_id = service.id and status.location_id is null
    cross join (select null::jsonb as answer) match
  where service.id = $3 and ${visible}`;

/** The words asked for, anywhere in a name; what they hold of LIKE's own signs is taken as written. */
const pattern = `'%' || regexp_replace(directory_published.plain($7), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;

/** What of the filter asks where: null where it does not. */
const askedWhere = '($3::text is not null or $10::float8 is not null or $13::float8[] is not null)';

export const servicesSql = `
  with found as (
    select service.id, service.sort_name, nearest.km
    from directory_published.service
      left join status_published.status_at($1) status on status.service_id = service.id and status.location_id is null
      left join lateral (
        select min(${distance('$10::float8', '$11::float8')}) as km
        from directory_published.location place
        where $10::float8 is not null and place.service_id = service.id and (${trusted} or not place.confidential)
      ) nearest on true
    where ${visible}
      and ($3::text is null or service.territories @> array[$3])
      and ($4::text[] is null or service.categories && $4)
      and ($5::uuid[] is null or service.organization_id = any($5))
      and ($6::text[] is null or service.languages && $6)
      and ($7::text is null or service.search_name like ${pattern} or exists (
        select from directory_published.organization
        where organization.id = service.organization_id and organization.search_name like ${pattern}))
      and (case when $8::text[] is null and not $9 then true
                else coalesce(status.found_as, case when status.service_id is null then 'UNKNOWN' end) = any($8)
                     or ($9 and status.service_id is not null and status.found_as is null) end)
      and ($10::float8 is null or nearest.km <= $12)
      and ($13::float8[] is null or exists (
        select from directory_published.location place
        where place.service_id = service.id and (${trusted} or not place.confidential)
          and place.latitude between $13[2] and $13[4] and place.longitude between $13[1] and $13[3]))
  ), page as (
    select * from found
    where $14::text is null or (sort_name, id) > ($14, $15::uuid)
    order by sort_name, id limit $16::int + 1
  ), edge as (
    select row_number() over (order by page.sort_name, page.id) as place,
      translate(encode(convert_to(jsonb_build_array(page.sort_name, page.id)::text, 'UTF8'), 'base64'), e'\\n', '') as cursor,
      ${node} as node
    from page join directory_published.service on service.id = page.id
      left join status_published.status_at($1) status on status.service_id = service.id and status.location_id is null
      cross join lateral (select case when ${askedWhere} then jsonb_build_object(
        'locatedIn', case when $3::text is not null then service.located_in @> array[$3] else true end,
        'serving', case when $3::text is not null then service.serving @> array[$3] else false end,
        'distanceKm', round(page.km::numeric, 3)) end as answer) match
  )
  select jsonb_build_object(
    'totalCount', (select count(*) from found),
    'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', cursor, 'node', node) order by place) filter (where place <= $16), '[]'),
    'pageInfo', jsonb_build_object('hasNextPage', count(*) > $16, 'endCursor', (select cursor from edge where place <= $16 order by place desc limit 1))
  ) as answer
  from edge`;
