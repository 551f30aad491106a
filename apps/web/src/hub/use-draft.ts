import { useEffect, useState } from 'react';
import { accountHere } from './session.ts';

const keyOf = (name: string) => `draft ${accountHere() ?? ''} ${name}`;

function kept<D extends object>(name: string, blank: D): D {
  try {
    return { ...blank, ...(JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}') as Partial<D>) }; // `as`: written below
  } catch {
    return blank; // storage may be forbidden, or hold something else
  }
}

/** What is being written stays on this device, for this account, until the hub has it or it is let go. */
export function useDraft<D extends object>(name: string, blank: D): [D, (change: Partial<D>) => void, () => void] {
  const [draft, become] = useState(() => kept(name, blank));
  useEffect(() => {
    try {
      if (JSON.stringify(draft) === JSON.stringify(blank)) localStorage.removeItem(keyOf(name));
      else localStorage.setItem(keyOf(name), JSON.stringify(draft));
    } catch {
      // it then lasts as long as the page
    }
  }, [draft]);
  const forget = () => {
    become(blank);
    try {
      localStorage.removeItem(keyOf(name)); // the form may be gone before it is drawn again
    } catch {
      // nothing was kept
    }
  };
  return [draft, change => become(before => ({ ...before, ...change })), forget];
}
