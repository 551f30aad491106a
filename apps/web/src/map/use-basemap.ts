import { useQuery } from '@apollo/client/react';
import { graphql } from '../hub/graphql.ts';
import type { MapBasemapQuery } from '../hub/gql/graphql.ts';

const MapBasemap = graphql(`
  query MapBasemap {
    region {
      basemap {
        address
        credit
      }
    }
  }
`);

export type Basemap = NonNullable<MapBasemapQuery['region']['basemap']>;

/** The map that was set for this hub; null: none, or nobody could say. Undefined while it is asked. */
export function useBasemap(): Basemap | null | undefined {
  const { data, error } = useQuery(MapBasemap);
  return error ? null : data && (data.region.basemap ?? null);
}
