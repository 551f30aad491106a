import type { RouteObject } from 'react-router';

/** `/what-a-status-means`: the page that a partner can read, from docs/what-a-status-means.*.md. */
export const meaning: RouteObject = {
  path: 'what-a-status-means',
  lazy: { Component: async () => (await import('./meaning.screen.tsx')).MeaningScreen },
};
