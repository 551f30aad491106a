import type { RouteObject } from 'react-router';

/** `/crises`: what goes on, for anyone; each with its page, and one to open another. */
export const crises: RouteObject[] = [
  { path: 'crises', lazy: { Component: async () => (await import('./crises.screen.tsx')).CrisesScreen } },
  { path: 'crises/new', lazy: { Component: async () => (await import('./open-crisis.screen.tsx')).OpenCrisisScreen } },
  { path: 'crises/:id', lazy: { Component: async () => (await import('./crisis.screen.tsx')).CrisisScreen } },
];
