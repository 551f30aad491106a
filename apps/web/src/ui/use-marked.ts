import { useState } from 'react';

const held = 6_000;

/** What has just changed under somebody else's hand: marked for six seconds. */
export function useMarked(): [ReadonlySet<string>, (id: string) => void] {
  const [marked, become] = useState<ReadonlySet<string>>(new Set());
  const mark = (id: string) => {
    become(others => new Set(others).add(id));
    setTimeout(() => become(others => new Set([...others].filter(other => other !== id))), held);
  };
  return [marked, mark];
}
