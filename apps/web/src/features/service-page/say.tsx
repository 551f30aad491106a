import { lazy, Suspense } from 'react';
import type { SayHereProps } from '../../saying/say-here.tsx';

const SayHere = lazy(async () => ({ default: (await import('../../saying/say-here.tsx')).SayHere }));

/** For who may speak of it alone: nobody else loads the sheet. */
export const Say = (props: SayHereProps) => (
  <Suspense>
    <SayHere {...props} />
  </Suspense>
);
