import type { Point } from '#libs/schema';
import type { Params } from './params.ts';
import { type Selection, sql } from './selection.ts';

const KM_OF_DEGREE = 111.19;

/** Kilometres between a place and a point, by the haversine formula on a sphere of 6371 km. */
const distance = (latitude: string, longitude: string) => `
        6371 * 2 * asin(sqrt(least(1, power(sin(radians(place.latitude - ${latitude}) / 2), 2)
          + cos(radians(${latitude})) * cos(radians(place.latitude)) * power(sin(radians(place.longitude - ${longitude}) / 2), 2))))`;

/** Around a point, so wide that nothing within the distance is outside; all longitudes near a pole or across the last meridian. */
function boxAround({ latitude, longitude }: Point, km: number): [west: number, south: number, east: number, north: number] {
  const high = km / KM_OF_DEGREE;
  const [south, north] = [latitude - high, latitude + high];
  const wide = high / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  const around = Math.max(Math.abs(south), Math.abs(north)) >= 90 || longitude - wide < -180 || longitude + wide > 180;
  return around ? [-180, south, 180, north] : [longitude - wide, south, longitude + wide, north];
}

function inBox(point: Point, km: number, params: Params): string {
  const [west, south, east, north] = boxAround(point, km).map(each => params.of(each, 'float8'));
  return `place.point <@ box(point(${west}, ${south}), point(${east}, ${north}))`;
}

/** Each service's nearest place that the caller may know of, or this one's: how far, and whether within what was asked. */
export function within(asked: Selection, params: Params, ofThis: boolean): string {
  const { near, serving } = asked.filter;
  const from = near ?? serving!; // one of the two is asked
  const [latitude, longitude] = [params.of(from.latitude, 'float8'), params.of(from.longitude, 'float8')];
  const km = near?.withinKm ?? 5;
  const boxed = near && !serving ? `${inBox(near, km, params)} and ` : '';
  return `(
        select held.service_id, min(held.km) as km, ${near ? `min(held.km) <= ${params.of(km, 'float8')}` : 'false'} as within
        from (select place.service_id, ${distance(latitude, longitude)} as km
          from directory_published.location place
          where ${ofThis ? 'place.service_id = service.id and ' : ''}${boxed}(not place.confidential or ${sql.trusted(asked, params, 'place.organization_id')})) held
        group by held.service_id
      )`;
}

/** Its area holds the point. */
export const servedAt = ({ latitude, longitude }: Point, params: Params): string =>
  `service.id in (select directory_published.serving_at(${params.of(latitude, 'float8')}, ${params.of(longitude, 'float8')}))`;
