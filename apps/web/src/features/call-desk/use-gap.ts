import { useQuery } from '@apollo/client/react';
import type { Call, Need } from './call.ts';
import { isFlagged } from './call.ts';
import { CallDeskGap } from './flagged.query.ts';
import type { Kind } from './use-ground.ts';

/** The gap that the need would be counted in; null: it would open one; undefined: nobody knows yet. */
export function useGap(call: Call, need: Need, kinds: readonly Kind[]) {
  const { place } = call;
  const kind = kinds.find(({ code }) => code === need.kind);
  const territory = kind && place ? ((kind.level === 'NEIGHBOURHOOD' ? place.neighbourhood : null) ?? place.municipality) : null;
  const { data } = useQuery(CallDeskGap, {
    variables: { kinds: [need.kind], territories: territory ? [territory] : [], crisisId: call.crisisId ?? null },
    skip: !territory || !isFlagged(need),
    fetchPolicy: 'cache-and-network',
  });
  if (!data || !territory || !isFlagged(need)) return undefined;
  return data.gaps.edges.map(({ node }) => node).find(({ crisis }) => (crisis?.id ?? null) === (call.crisisId ?? null)) ?? null;
}
