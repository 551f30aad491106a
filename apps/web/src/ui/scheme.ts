import type { MantineColorSchemeManager } from '@mantine/core';
import { useMantineColorScheme } from '@mantine/core';

export type Scheme = 'auto' | 'light' | 'dark';
export const schemes: readonly Scheme[] = ['auto', 'light', 'dark'];

const isScheme = (value: unknown): value is Scheme => schemes.includes(value as Scheme);

/** Where the choice is kept; `scheme.js` reads the same place before the first paint. */
export const schemeKeeper: MantineColorSchemeManager = {
  get(otherwise) {
    try {
      const kept = localStorage.getItem('scheme');
      return isScheme(kept) ? kept : otherwise;
    } catch {
      return otherwise; // storage may be forbidden
    }
  },
  set(scheme) {
    try {
      localStorage.setItem('scheme', scheme);
    } catch {
      // the choice then lasts as long as the page
    }
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

export function useScheme(): [Scheme, (scheme: Scheme) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return [colorScheme, setColorScheme];
}
