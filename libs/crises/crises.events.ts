import { defineEvent, type Logged } from '#libs/platform';
import type { CrisisPhase } from '#libs/schema';
import { may } from './crises.policies.ts';

/** What every fact of a crisis says: who may know of it, and how grave it was. */
export interface CrisisFact {
  v: 1;
  crisisId: string;
  exercise: boolean;
  phase: CrisisPhase;
}

interface Opened extends CrisisFact {
  categories: readonly string[];
  areas: readonly { areaId: string; territory: string; phase: CrisisPhase }[];
}

interface PhaseChanged extends CrisisFact {
  before: CrisisPhase;
  /** Those that changed. */
  areas: readonly { areaId: string; territory: string; before: CrisisPhase; after: CrisisPhase }[];
}

interface AreaAdded extends CrisisFact {
  before: CrisisPhase;
  areas: readonly { areaId: string; territory: string; phase: CrisisPhase }[];
}

interface MattersSet extends CrisisFact {
  /** Of the areas that run. */
  territories: readonly string[];
}

interface FreshnessChanged extends CrisisFact {
  /** Of the areas that are in the rule's phase now. */
  territories: readonly string[];
}

type OfArea = CrisisFact & { areaId: string };
type OfInstruction = CrisisFact & { instructionId: string };
type OfOrganization = CrisisFact & { organizationId: string };

const seenBy = (fact: CrisisFact, actor: Parameters<typeof may>[0]) => may(actor).see(fact);

export const CrisisOpenedEvent = defineEvent<Opened>('crisis-opened', seenBy);
export const CrisisPhaseChangedEvent = defineEvent<PhaseChanged>('crisis-phase-changed', seenBy);
export const CrisisFreshnessSetEvent = defineEvent<FreshnessChanged>('crisis-freshness-set', seenBy);
export const CrisisAreaAddedEvent = defineEvent<AreaAdded>('crisis-area-added', seenBy);
export const AreaLeadSetEvent = defineEvent<OfArea>('area-lead-set', seenBy);
export const CrisisMattersSetEvent = defineEvent<MattersSet>('crisis-matters-set', seenBy);
export const LocalEmergencyDeclaredEvent = defineEvent<OfArea & { until: string }>('local-emergency-declared', seenBy);
export const LocalEmergencyEndedEvent = defineEvent<OfArea>('local-emergency-ended', seenBy);
export const MissionSetEvent = defineEvent<OfOrganization>('mission-set', seenBy);
export const InstructionSetEvent = defineEvent<OfInstruction>('instruction-set', seenBy);
export const InstructionWithdrawnEvent = defineEvent<OfInstruction>('instruction-withdrawn', seenBy);

export type CrisisEvent = Logged<CrisisFact & { before?: CrisisPhase }>;
