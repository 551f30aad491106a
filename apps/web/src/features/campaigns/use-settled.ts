import { useEffect, useState } from 'react';

/** What is typed, once the hand has rested. */
export function useSettled<T>(value: T, after = 500): T {
  const [settled, settle] = useState(value);
  const said = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), after);
    return () => clearTimeout(timer);
  }, [said]);
  return settled;
}
