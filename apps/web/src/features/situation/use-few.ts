import { useSyncExternalStore } from 'react';

/** On a desk the lists stand beside the map: as many rows as fit there; elsewhere five. */
const DESK = 1_248; // px, where situation.module.css puts them side by side
const AROUND = 480; // px: the head, the strip, the list below
const ROW = 50; // px

const fewNow = () => (innerWidth < DESK ? 5 : Math.max(5, Math.floor((innerHeight - AROUND) / ROW)));

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}

/** How many rows of the first list are shown before « Voir les n ». */
export const useFew = (): number => useSyncExternalStore(subscribe, fewNow);
