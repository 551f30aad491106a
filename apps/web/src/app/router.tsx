import { createBrowserRouter } from 'react-router';
import { account } from '../features/account/index.ts';
import { callDesk, flagWindow } from '../features/call-desk/index.ts';
import { campaigns } from '../features/campaigns/index.ts';
import { crises } from '../features/crises/index.ts';
import { emergencies } from '../features/emergency/index.ts';
import { followUps } from '../features/follow-ups/index.ts';
import { gaps } from '../features/gaps/index.ts';
import { liveList } from '../features/live-list/index.ts';
import { meaning } from '../features/meaning/index.ts';
import { myServices } from '../features/my-services/index.ts';
import { outgoing } from '../features/outgoing/index.ts';
import { posters } from '../features/posters/index.ts';
import { rounds } from '../features/rounds/index.ts';
import { servicePage } from '../features/service-page/index.ts';
import { situation, wall } from '../features/situation/index.ts';
import { toReach } from '../features/to-reach/index.ts';
import { visits } from '../features/visits/index.ts';
import { Bare } from './bare.tsx';
import { Arriving, Broken, NotFound } from './broken.tsx';
import { Frame } from './frame.tsx';

export const makeRouter = () =>
  createBrowserRouter([
    {
      Component: Frame,
      children: [
        {
          ErrorBoundary: Broken,
          HydrateFallback: Arriving,
          children: [
            liveList,
            servicePage,
            meaning,
            myServices,
            ...situation,
            ...gaps,
            ...followUps,
            ...rounds,
            ...emergencies,
            ...campaigns,
            ...outgoing,
            ...crises,
            ...toReach,
            ...visits,
            ...posters,
            ...callDesk,
            ...account,
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
    { Component: Bare, ErrorBoundary: Broken, HydrateFallback: Arriving, children: [...wall, ...flagWindow] },
  ]);
