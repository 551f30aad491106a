import { Inject, Injectable } from '@nestjs/common';
import GeoJSONVT from 'geojson-vt';
import { DataSource } from 'typeorm';
import vtPbf from 'vt-pbf';

/** From here on each place is a point; before, each former town is one. */
const PLACES_FROM = 12;
export const DEEPEST = 18;

export interface Tile {
  readonly version: string;
  readonly bytes: Uint8Array;
}

interface Cut {
  readonly version: string;
  readonly towns: GeoJSONVT;
  readonly places: GeoJSONVT;
}

/** Where services are, as vector tiles: places that anybody may know, whoever asks. Cut anew when the directory has changed. */
@Injectable()
export class ServiceTiles {
  private cut?: Promise<Cut>;

  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async version(): Promise<string> {
    const [row] = await this.db.query<[{ version: string }]>('select version from directory_published.version');
    return row.version;
  }

  async tile(z: number, x: number, y: number): Promise<Tile> {
    const { version, towns, places } = await this.current(await this.version());
    const tile = (z < PLACES_FROM ? towns : places).getTile(z, x, y);
    return { version, bytes: tile ? vtPbf.fromGeojsonVt({ services: tile as never }, { version: 2 }) : new Uint8Array() }; // its types are of an older geojson-vt
  }

  /** One at a time: who asks meanwhile gets the same. */
  private async current(version: string): Promise<Cut> {
    const kept = await this.cut?.catch(() => undefined);
    if (kept?.version === version) return kept;
    const anew = this.make(version);
    this.cut = anew;
    anew.catch(() => (this.cut = undefined));
    return anew;
  }

  /** The version is read before: what changes meanwhile is cut again. */
  private async make(version: string): Promise<Cut> {
    const places = await this.db.query<Row[]>(placesSql);
    const towns = await this.db.query<Row[]>(townsSql);
    const options = { maxZoom: DEEPEST, indexMaxZoom: 0, buffer: 64, tolerance: 0 };
    return { version, places: new GeoJSONVT(collected(places), options), towns: new GeoJSONVT(collected(towns), options) };
  }
}

interface Row {
  longitude: number;
  latitude: number;
  properties: Record<string, string | number>;
}

const collected = (rows: readonly Row[]) => ({
  type: 'FeatureCollection' as const,
  features: rows.map(({ longitude, latitude, properties }) => ({
    type: 'Feature' as const,
    properties,
    geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
  })),
});

const placesSql = `
  select place.longitude, place.latitude, jsonb_build_object('service', place.service_id, 'location', place.id) as properties
  from directory_published.location place
  where not place.confidential and place.latitude is not null
  order by place.service_id, place.id`;

const townsSql = `
  select territory.longitude, territory.latitude, jsonb_build_object('territory', territory.code, 'services', counted.n) as properties
  from directory_published.territory
    cross join lateral (select count(*) as n from directory_published.service
      where not service.confidential and service.located_in @> array[territory.code]) counted
  where territory.kind = 'NEIGHBOURHOOD' and counted.n > 0
  order by territory.code`;
