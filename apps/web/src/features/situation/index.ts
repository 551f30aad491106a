import type { RouteObject } from 'react-router';

/** `/situation`: the board of who coordinates. */
export const situation: RouteObject[] = [
  { path: 'situation', lazy: { Component: async () => (await import('./situation.screen.tsx')).SituationScreen } },
];
