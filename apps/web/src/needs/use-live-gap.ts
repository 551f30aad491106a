import { useFragment } from '@apollo/client/react';
import type { GapLineFragment } from '../hub/gql/graphql.ts';
import { GapLine } from './gaps.query.ts';

/** A gap as it is now, whenever it was handed on. */
export function useLiveGap(gap: GapLineFragment): GapLineFragment {
  const from = { __typename: 'Gap', id: gap.id } as const;
  const { data, dataState } = useFragment({ fragment: GapLine, fragmentName: 'GapLine', from: from as never }); // by its id, as Apollo keeps it
  return dataState === 'complete' ? (data as unknown as GapLineFragment) : gap; // one was asked for, and nothing of it is masked
}
