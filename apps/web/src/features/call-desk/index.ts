import type { RouteObject } from 'react-router';
import { contact } from './contact.act.ts';

/** `/appel`: a call from its first key to its record; `/ma-journee`: what one recorded today, and what became of it. */
export const callDesk: RouteObject[] = [
  { path: 'appel', lazy: { Component: async () => (await import('./call-desk.screen.tsx')).CallDeskScreen } },
  { path: 'ma-journee', lazy: { Component: async () => (await import('./my-day.screen.tsx')).MyDayScreen } },
];

/** `/signaler`: three keys, in a window that stays beside another centre's own software. */
export const flagWindow: RouteObject[] = [
  { path: 'signaler', lazy: { Component: async () => (await import('./flag.screen.tsx')).FlagScreen } },
];

export const contactActs = { contact };
