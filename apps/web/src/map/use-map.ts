import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { type RefObject, useEffect, useState } from 'react';
import type { FeatureCollection } from 'geojson';
import { dark, light } from '../ui/tokens.mjs';
import { styleOf } from './style.ts';

setWorkerUrl(workerUrl);

export type Frame = readonly [west: number, south: number, east: number, north: number];
export type View = { readonly bounds: [number, number, number, number]; readonly zoom: number };

const LEAST = 8.5;
const MOST = 17;

/** A map in the element, in the frame, for as long as it is there; and what it shows. */
export function useMap(element: RefObject<HTMLElement | null>, frame: Frame, isDark: boolean, boundaries: FeatureCollection | null) {
  const [map, keep] = useState<MapLibre | null>(null);
  const [view, see] = useState<View | null>(null);

  useEffect(() => {
    const made = new MapLibre({
      container: element.current!, // drawn before effects run
      style: styleOf(isDark ? dark : light, boundaries),
      bounds: [...frame],
      fitBoundsOptions: { padding: 12 },
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
    made.on('load', () => (keep(made), look()));
    made.on('moveend', look);
    const resized = new ResizeObserver(() => made.resize());
    resized.observe(element.current!);
    return () => {
      resized.disconnect();
      keep(null);
      made.remove();
    };
  }, []);

  useEffect(() => {
    map?.setStyle(styleOf(isDark ? dark : light, boundaries));
  }, [map, isDark, boundaries]);

  return { map, view };
}
