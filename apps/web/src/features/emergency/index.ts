import type { RouteObject } from 'react-router';

export { EmergencyBand } from './emergency-band.tsx';
export { EmergencyKey } from './emergency-key.tsx';

/** `/urgences`: what was raised, for who supervises. */
export const emergencies: RouteObject[] = [
  { path: 'urgences', lazy: { Component: async () => (await import('./emergencies.screen.tsx')).EmergenciesScreen } },
];
