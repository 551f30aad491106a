import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from 'react-router/dom';
import type { DataRouter } from 'react-router';
import { client } from '../hub/client.ts';
import type { Outbox } from '../hub/outbox.ts';
import { OutboxProvider } from '../hub/use-outbox.ts';
import { schemeKeeper } from '../ui/scheme.ts';
import { fanalTheme } from '../ui/theme.ts';

/** Mantine writes no <style>: its variables are a file (vite.config.ts), so that the page needs no exception from its policy. */
export const App = ({ router, outbox }: { router: DataRouter; outbox: Outbox }) => (
  <MantineProvider
    theme={fanalTheme}
    colorSchemeManager={schemeKeeper}
    defaultColorScheme="auto"
    withCssVariables={false}
    withGlobalClasses={false}
  >
    <ApolloProvider client={client}>
      <OutboxProvider value={outbox}>
        <RouterProvider router={router} />
      </OutboxProvider>
    </ApolloProvider>
  </MantineProvider>
);
