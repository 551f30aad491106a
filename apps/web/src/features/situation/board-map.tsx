import { useQuery } from '@apollo/client/react';
import type { FeatureCollection, Geometry } from 'geojson';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { SituationQuery } from '../../hub/gql/graphql.ts';
import { ServiceMap } from '../../map/index.ts';
import { useText } from '../../ui/localized.tsx';
import { type Held, servicesOf } from './board.ts';
import { SituationGround } from './situation.query.ts';
import { useWords } from './words.ts';

export type Placed = Held & Pick<SituationQuery['mapServices'][number], 'longitude' | 'latitude' | 'name'>;
type There = Placed & { longitude: number; latitude: number };
const isThere = (one: Placed): one is There => one.longitude != null && one.latitude != null;

type BoardMapProps = { held: readonly Placed[]; onTown?: (code: string) => void; still?: number };

/** The selection where it stands; who may not be told the names of the silent is told of no name here. */
export function BoardMap({ held, onTown, still }: BoardMapProps) {
  const { t } = useWords();
  const textOf = useText();
  const navigate = useNavigate();
  const { data } = useQuery(SituationGround);
  const towns = useMemo(
    () => (data?.territories ?? []).map(({ code, name, latitude, longitude }) => ({ code, name: textOf(name), latitude, longitude })),
    [data, t],
  );
  const points = useMemo(
    () => held.filter(isThere).map(one => ({ ...one, name: textOf(one.name) || t('aService'), territory: one.territoryCode })),
    [held, t],
  );
  const boundaries = useMemo(() => collectionOf(data?.municipalities.map(({ boundary }) => boundary as Geometry | null) ?? []), [data]);
  if (!data) return null;
  const { west, south, east, north } = data.region.frame;
  const placed = new Set(points.map(({ id }) => id));
  return (
    <ServiceMap
      points={points}
      towns={towns}
      frame={[west, south, east, north]}
      boundaries={boundaries}
      withoutPlace={servicesOf(held).filter(({ id }) => !placed.has(id)).length}
      onSelect={id => id && void navigate(`/services/${id}`)}
      onTown={onTown}
      still={still}
    />
  );
}

function collectionOf(shapes: (Geometry | null)[]): FeatureCollection | null {
  const known = shapes.filter(shape => shape !== null);
  if (known.length === 0) return null;
  return { type: 'FeatureCollection', features: known.map(geometry => ({ type: 'Feature', properties: {}, geometry })) };
}
