import type { RouteObject } from 'react-router';

/** `/`: every service, live, for anyone. */
export const liveList: RouteObject = {
  index: true,
  lazy: { Component: async () => (await import('./live-list.screen.tsx')).LiveListScreen },
};
