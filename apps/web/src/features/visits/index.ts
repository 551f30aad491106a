import type { RouteObject } from 'react-router';

/** `/visits`: sheets to take along where nobody answers, and to type in afterwards. */
export const visits: RouteObject[] = [
  { path: 'visits', lazy: { Component: async () => (await import('./visits.screen.tsx')).VisitsScreen } },
  { path: 'visits/:organizationId', lazy: { Component: async () => (await import('./type-in.screen.tsx')).TypeInScreen } },
];
