import type { RouteObject } from 'react-router';

export { acts } from '../../saying/acts.ts';

/** `/my-services`: a partner says how their services are. */
export const myServices: RouteObject = {
  path: 'my-services',
  lazy: { Component: async () => (await import('./my-services.screen.tsx')).MyServicesScreen },
};
