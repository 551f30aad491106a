import type { RouteObject } from 'react-router';

/** `/campaigns`: what many organizations are asked at once, and what comes of it. */
export const campaigns: RouteObject[] = [
  { path: 'campaigns', lazy: { Component: async () => (await import('./campaigns.screen.tsx')).CampaignsScreen } },
  { path: 'campaigns/new', lazy: { Component: async () => (await import('./new-campaign.screen.tsx')).NewCampaignScreen } },
  { path: 'campaigns/rules/new', lazy: { Component: async () => (await import('./rule.screen.tsx')).RuleScreen } },
  { path: 'campaigns/rules/:id', lazy: { Component: async () => (await import('./rule.screen.tsx')).RuleScreen } },
  { path: 'campaigns/:id', lazy: { Component: async () => (await import('./campaign.screen.tsx')).CampaignScreen } },
];
