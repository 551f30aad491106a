import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { FeatureCollection } from 'geojson';
import { dark, light } from '../ui/tokens.mjs';
import { creditOf, realStyle, whenLost } from './real-map.ts';
import { styleOf } from './style.ts';
import type { Basemap } from './use-basemap.ts';

setWorkerUrl(workerUrl);

export type Frame = readonly [west: number, south: number, east: number, north: number];
export type View = { readonly bounds: [number, number, number, number]; readonly zoom: number };

const LEAST = 8.5;
const MOST = 17;
/** The names below the lowest rings stand above what the map is made of. */
export const PADDING = { top: 12, right: 12, bottom: 28, left: 12 }; // px

type Ground = { frame: Frame; isDark: boolean; boundaries: FeatureCollection | null; basemap: Basemap | null };

/** All of it stays in sight, whatever becomes of the room it has, until a hand puts it elsewhere. */
function keepFitting(map: MapLibre, frame: Frame): ResizeObserver {
  let taken = false;
  map.on('movestart', ({ originalEvent }) => (taken ||= originalEvent !== undefined));
  return new ResizeObserver(() => {
    map.resize();
    if (!taken) map.fitBounds([...frame], { padding: PADDING, duration: 0 });
  });
}

/** A map in the element, in the frame, for as long as it is there; and what it shows. */
export function useMap(element: RefObject<HTMLElement | null>, { frame, isDark, boundaries, basemap }: Ground) {
  const [map, keep] = useState<MapLibre | null>(null);
  const [view, see] = useState<View | null>(null);
  const [lost, lose] = useState(false);
  const [credit, name] = useState('');
  const real = lost ? null : basemap;
  const style = useMemo(() => (real ? realStyle(real, isDark) : styleOf(isDark ? dark : light, boundaries)), [real, isDark, boundaries]);
  const shown = useRef(style);

  useEffect(() => {
    const made = new MapLibre({
      container: element.current!, // drawn before effects run
      style: (shown.current = style),
      bounds: [...frame],
      fitBoundsOptions: { padding: PADDING },
      minZoom: LEAST,
      maxZoom: MOST,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      keyboard: false, // arrows go from service to service
    });
    made.touchZoomRotate.disableRotation();
    made.getCanvas().tabIndex = -1;
    const look = () => {
      const bounds = made.getBounds();
      see({ bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], zoom: made.getZoom() });
    };
    if (real) {
      whenLost(made, real, () => lose(true)); // another map is made
      made.on('idle', () => name(creditOf(made, real)));
    }
    made.on('load', () => (keep(made), look()));
    made.on('moveend', look);
    const resized = keepFitting(made, frame);
    resized.observe(element.current!);
    return () => {
      resized.disconnect();
      keep(null);
      made.remove();
    };
  }, [lost]);

  useEffect(() => {
    if (!map || shown.current === style) return;
    shown.current = style;
    map.setStyle(style);
  }, [map, style]);

  return { map, view, real: real !== null, lost, credit };
}
