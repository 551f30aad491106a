// Tiles from what is kept, beside a statement for what each of them shows: `npm run bench -- tiles 6000`.
import { lookups } from './peers/lookups.ts';

const towns = `select territory.code, territory.longitude, territory.latitude, count(*) from directory_published.territory
  join directory_published.service on service.located_in @> array[territory.code] and not service.confidential
  where territory.kind = 'NEIGHBOURHOOD' group by 1, 2, 3`;
const places = `select service_id, id, longitude, latitude from directory_published.location
  where not confidential and point <@ box(point(-73.784, 45.521), point(-73.74, 45.552))`;

await lookups([
  { name: 'former towns', path: '/tiles/services/9/151/182.mvt', sql: towns },
  { name: 'places', path: '/tiles/services/13/2417/2926.mvt', sql: places },
]);
