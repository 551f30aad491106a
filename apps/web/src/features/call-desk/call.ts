import type {
  AgeGroup,
  CallerIs,
  ContactKind,
  ContactLine,
  Gender,
  HandoverBasis,
  HandoverMode,
  HandoverResult,
  NeedOutcome,
  RecordContactInput,
  ServiceState,
  UnmetReason,
} from '../../hub/gql/graphql.ts';
import type { Text } from '../../ui/sureness.ts';

/** Where the caller says to be; codes of territories, and the point that distances are asked from. */
export type Place = {
  name: string;
  municipality: string | null;
  neighbourhood: string | null;
  postalPrefix: string | null;
  point: readonly [latitude: number, longitude: number] | null;
};
/** A service given to the caller, as it stood then. */
export type Ref = { serviceId: string; name: Text; organization: Text; seen: { state: ServiceState; stale: boolean; at: string } };
export type Need = {
  key: string;
  /** As it was said. */
  text: string;
  category: string | null;
  kind: string;
  /** The counsellor's own choice: nothing else changes it. */
  corrected: boolean;
  outcome: NeedOutcome | null;
  reason: UnmetReason | null;
  references: readonly Ref[];
};
export type Handover = { to: string; mode: HandoverMode; basis: HandoverBasis; result: HandoverResult };

/** A call as it goes. Nowhere in it is there a name. */
export type Call = {
  /** Of its draft, and the key under which it is recorded. */
  id: string;
  /** Null until the first key. */
  startedAt: string | null;
  kind: ContactKind;
  line: ContactLine;
  gender: Gender | null;
  ageGroup: AgeGroup | null;
  language: string | null;
  place: Place | null;
  /** `null`: none; `undefined`: not chosen. */
  crisisId?: string | null;
  callerIs: CallerIs | null;
  personPresent: boolean | null;
  calledBefore: boolean | null;
  interpreterAskedAt: string | null;
  interpreterHereAt: string | null;
  needs: readonly Need[];
  ringed: number;
  notes: string;
  handovers: readonly Handover[];
};

export const newCall = (id: string, line: ContactLine = 'PHONE_211', crisisId?: string | null): Call => ({
  ...{ id, line, crisisId, startedAt: null, kind: 'NEED', gender: null, ageGroup: null, language: null, place: null },
  ...{ callerIs: null, personPresent: null, calledBefore: null, interpreterAskedAt: null, interpreterHereAt: null },
  ...{ needs: [], ringed: 0, notes: '', handovers: [] },
});

export const ringedIn = (call: Call): Need | undefined => call.needs[call.ringed];

/** Said to be unmet, or partly for a reason: it joins a gap, or opens one. */
export const isFlagged = ({ outcome, reason }: Need): boolean =>
  reason !== 'REFUSED_BY_CALLER' && (outcome === 'UNMET' || (outcome === 'PARTLY_MET' && reason !== null));

export type Missing = 'need' | 'place' | 'language' | 'outcome' | 'reason';

/** What the summary names before hanging up; none of it keeps the call from being recorded. */
export function missingIn({ kind, needs, place, language }: Call): Missing[] {
  if (kind !== 'NEED') return [];
  return [
    ...(needs.length === 0 ? (['need'] as const) : []),
    ...(place ? [] : (['place'] as const)),
    ...(language ? [] : (['language'] as const)),
    ...(needs.some(({ outcome }) => outcome === null) ? (['outcome'] as const) : []),
    ...(needs.some(({ outcome, reason }) => outcome === 'UNMET' && reason === null) ? (['reason'] as const) : []),
  ];
}

/** A need of which nobody said how it ended: with somebody to turn to it was referred; without, nothing is claimed, and nothing flagged. */
const outcomeOf = ({ outcome, references }: Need): NeedOutcome => outcome ?? (references.length > 0 ? 'MET' : 'PARTLY_MET');

/** What the hub is told of the call. */
export function recordOf(call: Call, endedAt: string): RecordContactInput {
  const { place, needs, handovers } = call;
  const startedAt = call.startedAt ?? endedAt;
  return {
    ...{ kind: call.kind, line: call.line, startedAt, endedAt: endedAt < startedAt ? startedAt : endedAt },
    ...{ language: call.language ?? 'und', interpreted: call.interpreterHereAt !== null },
    ...{ callerIs: call.callerIs ?? 'SELF', personPresent: call.personPresent, calledBefore: call.calledBefore },
    caller: {
      ...{ gender: call.gender ?? 'UNKNOWN', ageGroup: call.ageGroup ?? 'UNKNOWN', municipality: place?.municipality ?? null },
      ...{ neighbourhood: place?.neighbourhood ?? null, postalPrefix: place?.postalPrefix ?? null },
    },
    crisisId: call.crisisId ?? null,
    needs: needs.map(need => ({
      ...{ category: need.category ?? 'community-action', kind: need.kind, outcome: outcomeOf(need) },
      unmetReason: need.outcome === 'UNMET' || need.outcome === 'PARTLY_MET' ? need.reason : null,
      references: need.references.map(({ serviceId }) => serviceId),
      seen: need.references.map(({ serviceId, seen }) => ({ serviceId, ...seen })),
    })),
    handovers: handovers.map(handover => ({ ...handover })),
    note: call.notes.trim() || null,
    draftId: call.id,
    idempotencyKey: call.id,
  };
}
