import type { RouteObject } from 'react-router';

/** `/sign-in`, the page of the link that was sent by mail, and `/me`. */
export const account: RouteObject[] = [
  { path: 'sign-in', lazy: { Component: async () => (await import('./sign-in.screen.tsx')).SignInScreen } },
  { path: 'sign-in/link', lazy: { Component: async () => (await import('./link.screen.tsx')).LinkScreen } },
  { path: 'me', lazy: { Component: async () => (await import('./me.screen.tsx')).MeScreen } },
];
