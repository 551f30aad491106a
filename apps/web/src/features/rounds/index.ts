import type { RouteObject } from 'react-router';

/** `/tournees`: lists of people to call, and one of them. */
export const rounds: RouteObject[] = [
  { path: 'tournees', lazy: { Component: async () => (await import('./rounds.screen.tsx')).RoundsScreen } },
  { path: 'tournees/:id', lazy: { Component: async () => (await import('./round.screen.tsx')).RoundScreen } },
];
