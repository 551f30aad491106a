import type { RouteObject } from 'react-router';

/** `/to-reach`: whom the 211 calls. */
export const toReach: RouteObject[] = [
  { path: 'to-reach', lazy: { Component: async () => (await import('./to-reach.screen.tsx')).ToReachScreen } },
];
