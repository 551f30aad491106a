import type pg from 'pg';

/** So many services are made as the demonstration makes them; the rest are those over again, set by set, each copy with ids of its own. */
export const MADE = 6_000;

type Instead = Readonly<Record<string, string>>;
interface Copied {
  readonly table: string;
  /** The temporary table that says which rows are copied, as `copy`, how often. */
  readonly of: 'service' | 'place' | 'owner' | 'said';
  readonly by?: string;
  readonly instead: Instead;
}

const own = (column: string) => `md5(it.${column}::text || '/' || copy.n)::uuid`;
const ids = (...columns: string[]): Instead => Object.fromEntries(columns.map(column => [column, own(column)]));
const around = (column: string, degrees: number) =>
  `it.${column} + ((('x' || left(md5('${column}' || it.id || copy.n), 7))::bit(28)::int / 268435456.0) - 0.5) * ${degrees}`;
const named: Instead = {
  source_id: `left(it.source_id, 480) || '/' || copy.n`,
  name_fr: `left(it.name_fr, 290) || ' ' || copy.n`,
  name_en: `left(it.name_en, 290) || ' ' || copy.n`,
};
const somewhere: Instead = { ...named, latitude: around('latitude', 0.05), longitude: around('longitude', 0.07) };
const planned = `(select said.position from said where said.id = it.report_id and said.n = copy.n)`;
const told = `replace(replace(it.payload::text, it.subject::text, ${own('subject')}::text), copy.id::text, md5(copy.id::text || '/' || copy.n)::uuid::text)::jsonb`;

const tables: readonly Copied[] = [
  { table: 'directory.organization', of: 'owner', by: 'id', instead: { ...named, ...ids('id') } },
  { table: 'directory.location', of: 'place', by: 'id', instead: { ...somewhere, ...ids('id', 'organization_id') } },
  { table: 'directory.service', of: 'service', by: 'id', instead: { ...named, ...ids('id', 'organization_id') } },
  { table: 'directory.service_category', of: 'service', instead: ids('service_id') },
  { table: 'directory.service_area', of: 'service', instead: ids('id', 'service_id') },
  { table: 'directory.service_at_location', of: 'service', instead: ids('id', 'service_id', 'location_id') },
  { table: 'directory.phone', of: 'service', instead: ids('id', 'service_id') },
  { table: 'directory.phone', of: 'owner', by: 'organization_id', instead: ids('id', 'organization_id') },
  { table: 'directory.schedule', of: 'service', instead: ids('id', 'service_id') },
  { table: 'directory.opening', of: 'service', instead: ids('service_id', 'location_id') },
  {
    table: 'platform.event',
    of: 'said',
    by: 'position',
    instead: { position: 'copy.position', subject: own('subject'), payload: told, occurred_at: 'copy.at' },
  },
  { table: 'status.report', of: 'said', by: 'id', instead: { ...ids('id', 'service_id', 'location_id'), position: 'copy.position' } },
  { table: 'status.current', of: 'service', instead: ids('service_id', 'location_id', 'report_id') },
  { table: 'status.planned', of: 'service', instead: { ...ids('service_id', 'location_id', 'report_id'), position: planned } },
];

/** Who is copied, n times; and what was said of them, at positions after those that there are, when it was seen. */
const wholeSql = `
  create temp table service as
    select ranked.id, n from (select id, organization_id, row_number() over (order by id) as place, count(*) over () as made from directory.service) ranked
      cross join generate_series(1, $1 / (select count(*) from directory.service)) n where place + n * made <= $1;
  create temp table owner as select distinct held.organization_id as id, n from service join directory.service held using (id);
  create temp table place as
    select distinct held.location_id as id, n from service join directory.service_at_location held on held.service_id = service.id
    union select distinct location.id, n from owner join directory.location on location.organization_id = owner.id;
  create temp table said as
    select report.id, n, report.position as was, least(report.recorded_at, report.observed_at) as at,
      (select epoch from platform.epoch) || '.' || lpad((substr((select position from platform.head), 16)::bigint
        + row_number() over (order by report.observed_at, report.id, n))::text, 19, '0') as position
    from service join status.report on report.service_id = service.id`;

/** Until there are so many. As the owner of the database: what triggers gather and demand is copied too. */
export async function copyUpTo(database: pg.ClientBase, services: number): Promise<void> {
  const rows = async <Row>(text: string, values: unknown[] = []) => (await database.query(text, values)).rows as Row[];
  await database.query(`set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`);
  await database.query('begin');
  for (const part of wholeSql.split(';')) await database.query(part.replaceAll('$1', String(services)));
  await database.query('analyze service; analyze owner; analyze place; analyze said; create index on said (id, n)');
  for (const { table, of, by = 'service_id', instead } of tables) {
    const indexes = await rows<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
       where indrelid = $1::regclass and not indisunique`,
      [table],
    );
    const columns = await rows<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );
    for (const { name } of indexes) await database.query(`drop index ${name}`);
    const names = columns.map(({ name }) => name);
    const key = of === 'said' ? (table === 'platform.event' ? 'was' : 'id') : 'id';
    await database.query(`insert into ${table} (${names.map(name => `"${name}"`).join(', ')})
      select ${names.map(name => instead[name] ?? `it."${name}"`).join(', ')} from ${table} it join ${of} copy on copy.${key} = it.${by}`);
    for (const { definition } of indexes) await database.query(definition);
  }
  await database.query(`insert into directory.touch default values on conflict do nothing`);
  await database.query(`update platform.reaction set position = (select position from platform.head)`);
  await database.query('commit');
  await database.query('reset session_replication_role; reset work_mem; reset maintenance_work_mem');
}
