import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { addressOf, type Chosen, chosenIn } from './filter.ts';

/** What was chosen: shown at the tap, kept in the address, taken back from it when one goes back. */
export function useChosen(): [Chosen, (change: Partial<Chosen>) => void] {
  const [address, setAddress] = useSearchParams();
  const [chosen, become] = useState(() => chosenIn(address));
  const inAddress = address.toString();
  useEffect(() => become(chosenIn(address)), [inAddress]);
  const choose = (change: Partial<Chosen>) => {
    const next = { ...chosen, ...change };
    become(next);
    setAddress(addressOf(next), { replace: true });
  };
  return [chosen, choose];
}
