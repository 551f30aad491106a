// The usual way with TypeORM: entities found by conditions, counted by a second query, and a DataLoader for each table beside them.
import DataLoader from 'dataloader';
import type { DataSource, SelectQueryBuilder } from 'typeorm';

interface Row {
  id: string;
  organizationId: string;
}
type Loaded = Readonly<Record<string, string>>;

const ofServices = {
  places: 'select * from directory_published.location where service_id = any($1)',
  phones: 'select * from directory_published.phone where service_id = any($1)',
  status: 'select * from status_published.status_at(now()) where location_id is null and service_id = any($1)',
};

function loader(db: DataSource, sql: string, key: string): DataLoader<string, Loaded[]> {
  return new DataLoader(async ids => {
    const rows = await db.query<Loaded[]>(sql, [ids]);
    return ids.map(id => rows.filter(row => row[key] === id));
  });
}

/** The first so many by name, how many there are, and of each what its tables say. */
async function page(
  db: DataSource,
  take: number,
  tables: readonly (keyof typeof ofServices)[],
  where: (query: SelectQueryBuilder<Row>) => unknown,
) {
  const query = db.getRepository<Row>('ServiceEntity').createQueryBuilder('service').orderBy('service.sortName').take(take);
  where(query);
  const [services, total] = [await query.getMany(), await query.getCount()];
  const organizations = loader(db, 'select * from directory_published.organization where id = any($1)', 'id');
  const beside = tables.map(table => [table, loader(db, ofServices[table], 'service_id')] as const);
  const nodes = services.map(async service => {
    const parts = await Promise.all(beside.map(async ([table, of]) => [table, await of.load(service.id)]));
    return { ...service, organization: await organizations.load(service.organizationId), ...Object.fromEntries(parts) };
  });
  return JSON.stringify({ total, nodes: await Promise.all(nodes) });
}

const found = (text: string) => (query: SelectQueryBuilder<Row>) =>
  query.where(`service.search_vector @@ directory_published.query_of(array[:text])`, { text });
const placed = (west: number, south: number, east: number, north: number) => (query: SelectQueryBuilder<Row>) =>
  query.where(
    `service.id in (select place.service_id from directory_published.location place where place.point <@ box(point(:west, :south), point(:east, :north)))`,
    { west, south, east, north },
  );
const named = (entity: string) => (db: DataSource, typed: string) =>
  db
    .getRepository(entity)
    .createQueryBuilder('named')
    .where('named.search_name like :typed', { typed: `%${typed}%` })
    .take(8)
    .getMany();

export const usual = {
  fifty: (db: DataSource) => page(db, 50, ['places', 'phones', 'status'], query => query),
  words: (db: DataSource) =>
    page(db, 20, ['status'], found('banque & alimentaire | depannage & alimentaire | aide & alimentaire | food & bank')),
  box: (db: DataSource) => page(db, 20, ['status'], placed(-73.75, 45.535, -73.74, 45.545)),
  suggestions: async (db: DataSource) =>
    JSON.stringify([await named('ServiceEntity')(db, 'ali'), await named('OrganizationEntity')(db, 'ali')]),
};
export type Usual = keyof typeof usual;
