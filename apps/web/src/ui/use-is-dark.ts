import { useComputedColorScheme } from '@mantine/core';

/** Whether what is drawn now is the dark scheme, for what CSS can't reach. */
export const useIsDark = (): boolean => useComputedColorScheme('light') === 'dark';
