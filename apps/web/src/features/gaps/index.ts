import type { RouteObject } from 'react-router';

/** `/besoins`: what nobody could offer, who takes it on, and what came of it. */
export const gaps: RouteObject[] = [
  {
    path: 'besoins',
    lazy: { Component: async () => (await import('./gaps.screen.tsx')).GapsScreen },
    children: [{ path: ':id', lazy: { Component: async () => (await import('./gap.screen.tsx')).GapScreen } }],
  },
];
