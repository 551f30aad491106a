import { defineEvent, type Logged } from '#libs/platform';
import type { GapState } from '#libs/schema';
import { may } from '../needs.policies.ts';

/** What every fact of a gap says, as it became. Nobody is in it: figures and codes. */
export interface GapFact {
  v: 1;
  gapId: string;
  crisisId: string | null;
  exercise: boolean;
  kind: string;
  territory: string;
  state: GapState;
  count: number;
}
type OfOrganization = GapFact & { organizationId: string };

const seenBy = (fact: GapFact, actor: Parameters<typeof may>[0]) => may(actor).seeGap(fact);

export const GapOpenedEvent = defineEvent<GapFact>('gap-opened', seenBy);
export const GapCountedEvent = defineEvent<GapFact>('gap-counted', seenBy);
export const GapAcknowledgedEvent = defineEvent<GapFact>('gap-acknowledged', seenBy);
export const GapAssignedEvent = defineEvent<OfOrganization>('gap-assigned', seenBy);
export const GapAnsweredEvent = defineEvent<OfOrganization>('gap-answered', seenBy);
export const GapCommittedEvent = defineEvent<OfOrganization>('gap-committed', seenBy);
export const GapDeliveredEvent = defineEvent<OfOrganization>('gap-delivered', seenBy);
export const GapReleasedEvent = defineEvent<OfOrganization>('gap-released', seenBy);
export const GapAddressedEvent = defineEvent<GapFact & { serviceId: string | null }>('gap-addressed', seenBy);
export const GapClosedEvent = defineEvent<GapFact>('gap-closed', seenBy);
export const GapReopenedEvent = defineEvent<GapFact>('gap-reopened', seenBy);
export const GapCommentedEvent = defineEvent<GapFact>('gap-commented', seenBy);
export const GapMergedEvent = defineEvent<GapFact & { intoGapId: string }>('gap-merged', seenBy);
export const GapSplitEvent = defineEvent<GapFact & { newGapId: string }>('gap-split', seenBy);

export type GapEvent = Logged<GapFact>;
