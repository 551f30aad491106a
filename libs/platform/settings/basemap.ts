import { SettingError } from './setting-error.ts';

/** The map under the services: a MapLibre style, or tiles by their pattern; nothing else is fetched from elsewhere. */
export interface Basemap {
  readonly address: string;
  /** Who is to be named, where the style does not say it. */
  readonly credit: string | null;
  /** The one place that browsers are allowed to ask. */
  readonly origin: string;
}

const wrong = (why: string) =>
  new SettingError(`FANAL_BASEMAP ${why}: give a MapLibre style (https://…/style.json) or tiles (https://…/{z}/{x}/{y}.png).`);

/** Not one origin: `*` and the like mean more to a browser's policy than to us. */
const ONE_HOST = /^[\w.-]+$|^\[[\da-f:]+\]$/;

/** None: the schematic map. */
export function basemapFrom(env: Record<string, string | undefined>): Basemap | null {
  const { FANAL_BASEMAP: address, FANAL_BASEMAP_CREDIT: credit, FANAL_PUBLIC_URL: ours } = env;
  if (!address) return null;
  if (!URL.canParse(address)) throw wrong('is not an address');
  const { protocol, origin, hostname, username, password, pathname } = new URL(address);
  const askable = ['http:', 'https:'].includes(protocol) && !username && !password && ONE_HOST.test(hostname);
  if (!askable) throw wrong('is not an address that a browser may ask');
  if (protocol === 'http:' && ours?.startsWith('https:')) throw wrong('is http, which no page of https may ask');
  if (/\.pmtiles$/.test(pathname)) throw wrong('names a PMTiles file, which cannot be read yet');
  const given = ['{z}', '{x}', '{y}'].filter(part => address.includes(part)).length;
  if (given !== 0 && given !== 3) throw wrong('names some of {z}, {x} and {y}, not all');
  if (given === 3 && /\.(mvt|pbf)$/.test(decodeURI(pathname))) throw wrong('names vector tiles, which need a style');
  return { address, credit: credit || null, origin };
}
