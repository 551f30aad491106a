import type { RouteObject } from 'react-router';

/** `/suivis`: whom the 211 promised to call back. */
export const followUps: RouteObject[] = [
  { path: 'suivis', lazy: { Component: async () => (await import('./follow-ups.screen.tsx')).FollowUpsScreen } },
];
