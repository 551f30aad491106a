import type { RouteObject } from 'react-router';

/** `/posters`: a sheet for the counter of who has no mail, and the number of the week. */
export const posters: RouteObject[] = [
  { path: 'posters', lazy: { Component: async () => (await import('./posters.screen.tsx')).PostersScreen } },
];
