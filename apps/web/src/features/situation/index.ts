import type { RouteObject } from 'react-router';

/** `/situation`: the board of who coordinates. */
export const situation: RouteObject[] = [
  { path: 'situation', lazy: { Component: async () => (await import('./situation.screen.tsx')).SituationScreen } },
];

/** `/situation/wall`: the same across a room. It stands outside the frame. */
export const wall: RouteObject[] = [
  { path: 'situation/wall', lazy: { Component: async () => (await import('./wall.screen.tsx')).WallScreen } },
];
