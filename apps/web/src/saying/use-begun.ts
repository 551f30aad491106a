import { useState } from 'react';
import { keptDrafts } from '../hub/kept-drafts.ts';
import type { ChangeSheet_ServiceFragment } from '../hub/gql/graphql.ts';
import { now } from '../ui/pulse.ts';
import { lastWord } from '../ui/sureness.ts';
import { type Draft, resumed } from './draft.ts';

/** What was begun at another time, and is kept on this device; whether somebody has spoken since. */
export function useBegun({ id, status, statusByLocation }: ChangeSheet_ServiceFragment, refused: boolean) {
  const [kept, become] = useState(() => (refused ? null : keptDrafts.read<Draft>(id)));
  const places = statusByLocation.map(({ location }) => location.id);
  const word = lastWord(status);
  return {
    resumed: kept && resumed(kept.draft, places, now()),
    begun: kept && { at: kept.at, overtaken: word !== null && Date.parse(word.at) > kept.at },
    forget() {
      become(null);
      keptDrafts.write(id, null);
    },
  };
}
