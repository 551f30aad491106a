import type { RouteObject } from 'react-router';

/** `/outgoing`: what leaves the hub, what did not, and why. */
export const outgoing: RouteObject[] = [
  { path: 'outgoing', lazy: { Component: async () => (await import('./outgoing.screen.tsx')).OutgoingScreen } },
];
