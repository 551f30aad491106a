import { useSearchParams } from 'react-router';
import { addressOf, type Chosen, chosenIn } from './chosen.ts';

/** What the board is of, as the address says. */
export function useChosen(): [Chosen, (change: Partial<Chosen>) => void] {
  const [address, setAddress] = useSearchParams();
  const chosen = chosenIn(address);
  return [chosen, change => setAddress(addressOf({ ...chosen, ...change }), { replace: true })];
}
