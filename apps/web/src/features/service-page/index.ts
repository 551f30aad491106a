import type { RouteObject } from 'react-router';

/** `/services/:id`: one service, for anyone. */
export const servicePage: RouteObject = {
  path: 'services/:id',
  lazy: { Component: async () => (await import('./service-page.screen.tsx')).ServicePageScreen },
};
