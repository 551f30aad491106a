import type { RouteObject } from 'react-router';

/** Signing in, the pages of the links that were sent by mail, `/me`, and who may speak for whom. */
export const account: RouteObject[] = [
  { path: 'sign-in', lazy: { Component: async () => (await import('./sign-in.screen.tsx')).SignInScreen } },
  { path: 'sign-in/link', lazy: { Component: async () => (await import('./link.screen.tsx')).LinkScreen } },
  { path: 'me', lazy: { Component: async () => (await import('./me.screen.tsx')).MeScreen } },
  { path: 'join', lazy: { Component: async () => (await import('./join.screen.tsx')).JoinScreen } },
  { path: 'invitation', lazy: { Component: async () => (await import('./invitation.screen.tsx')).InvitationScreen } },
  { path: 'memberships', lazy: { Component: async () => (await import('./memberships.screen.tsx')).MembershipsScreen } },
];
