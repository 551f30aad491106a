import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import type { Basemap } from './use-basemap.ts';

const isTiles = ({ address }: Basemap) => address.includes('{z}');

/** A style by its address; tiles as the only ground, dimmed where it is dark. */
export const realStyle = (basemap: Basemap, isDark: boolean): StyleSpecification | string =>
  isTiles(basemap)
    ? {
        version: 8,
        sources: { basemap: { type: 'raster', tiles: [basemap.address], tileSize: 256, maxzoom: 19 } },
        layers: [
          {
            id: 'basemap',
            type: 'raster',
            source: 'basemap',
            paint: isDark ? { 'raster-brightness-max': 0.55, 'raster-saturation': -0.4 } : {},
          },
        ],
      }
    : basemap.address;

const PATIENCE = 10_000;

/** Calls once if the real map cannot be had: its style never comes, or none of its tiles. One that is lost among others is a hole, no more. */
export function whenLost(map: MapLibre, basemap: Basemap, lost: () => void): void {
  let [styled, settled] = [isTiles(basemap), false];
  const isLost = () => {
    if (settled) return;
    settled = true;
    lost();
  };
  const timer = setInterval(() => document.hidden || isLost(), PATIENCE); // a hidden page draws nothing
  map.once('style.load', () => (styled = true));
  map.on('data', event => event.dataType === 'source' && 'tile' in event && event.tile && (settled = true));
  map.on('error', () => styled || isLost());
  map.on('idle', isLost);
  map.on('remove', () => clearInterval(timer));
}

/** Who is to be named, as words: what a style says may hold links. */
export function creditOf(map: MapLibre, { credit }: Basemap): string {
  if (credit) return credit;
  const said = Object.keys(map.getStyle().sources).flatMap(name => map.getSource(name)?.attribution ?? []);
  const page = new DOMParser().parseFromString([...new Set(said)].join(' · '), 'text/html');
  return page.body.textContent;
}
