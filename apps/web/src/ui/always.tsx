import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { fanalTheme } from './theme.ts';

/** In one scheme, whatever the rest of the app is in: that comes back after. */
export function Always({ scheme, children }: { scheme: 'light' | 'dark'; children: ReactNode }) {
  const root = document.documentElement;
  const [before] = useState(() => root.dataset['mantineColorScheme']);
  useEffect(() => () => void (root.dataset['mantineColorScheme'] = before), []);
  return (
    <MantineProvider theme={fanalTheme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  );
}
