import { useQuery } from '@apollo/client/react';
import type { FeatureCollection, Geometry } from 'geojson';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveListMapQuery, ServiceFilter } from '../../hub/gql/graphql.ts';
import { ServiceMap } from '../../map/index.ts';
import { useText } from '../../ui/localized.tsx';
import { LiveListGround, LiveListMap } from './live-list.query.ts';

type ListMapProps = {
  filter: ServiceFilter;
  /** Of those that the list shows, by id. */
  names: ReadonlyMap<string, string>;
  selected: string | null;
  onSelect: (id: string | null) => void;
  onTown: (code: string, name: string) => void;
};

type Held = LiveListMapQuery['mapServices'][number];
const placed = (one: Held): one is Held & { longitude: number; latitude: number } => one.longitude != null && one.latitude != null;

/** The same selection as the list's, where it stands. */
export function ListMap({ filter, names, selected, onSelect, onTown }: ListMapProps) {
  const textOf = useText();
  const { i18n } = useTranslation();
  const ground = useQuery(LiveListGround);
  const { data, previousData } = useQuery(LiveListMap, { variables: { filter }, fetchPolicy: 'cache-and-network' });
  const { mapServices = [] } = data ?? previousData ?? {};
  const points = useMemo(
    () => mapServices.filter(placed).map(one => ({ ...one, name: names.get(one.id) ?? '', territory: one.territoryCode ?? null })),
    [mapServices, names],
  );
  const towns = useMemo(
    () =>
      (ground.data?.territories ?? []).map(({ code, name, latitude, longitude }) => ({ code, name: textOf(name), latitude, longitude })),
    [ground.data, i18n.language],
  );
  const boundaries = useMemo(
    () => collectionOf(ground.data?.municipalities.map(({ boundary }) => boundary as Geometry | null) ?? []),
    [ground.data],
  );
  const frame = ground.data?.region.frame;
  if (!frame) return null;
  return (
    <ServiceMap
      points={points}
      towns={towns}
      frame={[frame.west, frame.south, frame.east, frame.north]}
      boundaries={boundaries}
      selected={selected}
      withoutPlace={new Set(mapServices.filter(one => !placed(one)).map(({ id }) => id)).size}
      onSelect={onSelect}
      onTown={code => onTown(code, towns.find(town => town.code === code)?.name ?? code)}
    />
  );
}

function collectionOf(shapes: (Geometry | null)[]): FeatureCollection | null {
  const known = shapes.filter(shape => shape !== null);
  if (known.length === 0) return null;
  return { type: 'FeatureCollection', features: known.map(geometry => ({ type: 'Feature', properties: {}, geometry })) };
}
