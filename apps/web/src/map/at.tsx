import { type Map as MapLibre, Marker } from 'maplibre-gl';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

type AtProps = { map: MapLibre; longitude: number; latitude: number; above?: boolean; children: ReactNode };

/** Something of ours at a place of the map. */
export function At({ map, longitude, latitude, above = false, children }: AtProps) {
  const [element] = useState(() => document.createElement('div'));
  const [marker] = useState(() => new Marker({ element, anchor: 'center' }));
  useEffect(() => {
    marker.setLngLat([longitude, latitude]).addTo(map);
    element.removeAttribute('role'); // MapLibre calls every marker an image; ours are buttons and words
    element.removeAttribute('aria-label');
    element.removeAttribute('tabindex');
  }, [map, longitude, latitude]);
  useEffect(() => () => void marker.remove(), []);
  element.style.zIndex = above ? '2' : '1';
  return createPortal(children, element);
}
