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
  UnmetReason,
} from '../../hub/gql/graphql.ts';
import { type Call, type Need, type Place, type Ref, ringedIn } from './call.ts';

/** What can be chosen from a list, by its digits. */
export type Asking =
  | 'gender'
  | 'age'
  | 'language'
  | 'crisis'
  | 'who'
  | 'line'
  | 'reason'
  | 'kind'
  | 'category'
  | 'contact'
  | 'target'
  | 'mode'
  | 'basis'
  | 'result';

/** The desk: the call, and the list that is open beside it. */
export type Desk = {
  call: Call;
  asking: Asking | null;
  /** What was typed to find in it, and its page of nine. */
  typed: string;
  page: number;
  handover: { to?: string; mode?: string; basis?: string };
};

export type Act =
  | { is: 'ask'; asking: Asking | null }
  | { is: 'type'; typed: string }
  | { is: 'turn'; pages: number }
  | { is: 'choose'; asking: Asking; value: string }
  | { is: 'begin' }
  | { is: 'place'; place: Place | null }
  | { is: 'need'; key: string; text: string; category: string | null; kind: string }
  | { is: 'understood'; key: string; category: string | null; kind: string }
  | { is: 'ring'; by: 1 | -1 }
  | { is: 'ringAt'; at: number }
  | { is: 'outcome'; outcome: NeedOutcome }
  | { is: 'refer'; ref: Ref }
  | { is: 'removeNeed' }
  | { is: 'notes'; notes: string }
  | { is: 'calledBefore' }
  | { is: 'interpreter' }
  | { is: 'dropHandover'; at: number }
  | { is: 'call'; call: Call };

export const deskOf = (call: Call): Desk => ({ call, asking: null, typed: '', page: 0, handover: {} });

const closed = { asking: null, typed: '', page: 0 } as const;
const quiet: readonly Act['is'][] = ['ask', 'type', 'turn', 'ring', 'ringAt', 'call'];

/** One act on the desk. The call's clock runs from the first that says something of it. */
export function reduce(desk: Desk, act: Act, at: string): Desk {
  const next = became(desk, act, at);
  if (quiet.includes(act.is) || next === desk || next.call.startedAt !== null) return next;
  return { ...next, call: { ...next.call, startedAt: at } };
}

function became(desk: Desk, act: Act, at: string): Desk {
  const { call } = desk;
  const say = (change: Partial<Call>): Desk => ({ ...desk, call: { ...call, ...change } });
  switch (act.is) {
    case 'ask':
      return { ...desk, ...closed, asking: act.asking, handover: act.asking === 'target' ? {} : desk.handover };
    case 'type':
      return { ...desk, typed: act.typed, page: 0 };
    case 'turn':
      return { ...desk, page: act.pages > 0 ? (desk.page + 1) % act.pages : 0 };
    case 'choose':
      return chosen(desk, act.asking, act.value);
    case 'place':
      return say({ place: act.place });
    case 'notes':
      return say({ notes: act.notes });
    case 'calledBefore':
      return say({ calledBefore: call.calledBefore ? null : true });
    case 'interpreter':
      return say(interpreted(call, at));
    case 'dropHandover':
      return say({ handovers: call.handovers.filter((_, n) => n !== act.at) });
    case 'call':
      return deskOf(act.call);
    case 'begin':
      return { ...desk, call: { ...call } };
    default:
      return { ...desk, ...(act.is === 'outcome' ? asked(desk, act.outcome) : {}), call: withNeeds(call, act) };
  }
}

type NeedAct = Extract<Act, { is: 'need' | 'understood' | 'ring' | 'ringAt' | 'outcome' | 'refer' | 'removeNeed' }>;

function withNeeds(call: Call, act: NeedAct): Call {
  const { needs, ringed } = call;
  switch (act.is) {
    case 'need': {
      const { key, text, category, kind } = act;
      const need: Need = { key, text, category, kind, corrected: false, outcome: null, reason: null, references: [] };
      return { ...call, kind: 'NEED', needs: [...needs, need], ringed: needs.length };
    }
    case 'understood':
      return {
        ...call,
        needs: needs.map(need => (need.key === act.key && !need.corrected ? { ...need, category: act.category, kind: act.kind } : need)),
      };
    case 'ring':
      return { ...call, ringed: Math.max(0, Math.min(needs.length - 1, ringed + act.by)) };
    case 'ringAt':
      return { ...call, ringed: act.at };
    case 'outcome':
      return onRinged(call, need => ({ ...need, outcome: act.outcome, reason: act.outcome === 'MET' ? null : need.reason }));
    case 'refer':
      return onRinged(call, need => ({ ...need, references: toggled(need.references, act.ref) }));
    case 'removeNeed':
      return { ...call, needs: needs.filter((_, n) => n !== ringed), ringed: Math.max(0, Math.min(ringed, needs.length - 2)) };
  }
}

const onRinged = (call: Call, become: (need: Need) => Need): Call => ({
  ...call,
  needs: call.needs.map((need, n) => (n === call.ringed ? become(need) : need)),
});

const toggled = (references: readonly Ref[], ref: Ref): readonly Ref[] =>
  references.some(({ serviceId }) => serviceId === ref.serviceId)
    ? references.filter(({ serviceId }) => serviceId !== ref.serviceId)
    : [...references, ref];

/** Partly, or not: why comes next. */
const asked = ({ call }: Desk, outcome: NeedOutcome): Partial<Desk> =>
  ringedIn(call) && outcome !== 'MET' ? { ...closed, asking: 'reason' } : closed;

/** Asked for, then here, then neither. */
function interpreted({ interpreterAskedAt, interpreterHereAt }: Call, at: string): Partial<Call> {
  if (!interpreterAskedAt) return { interpreterAskedAt: at, interpreterHereAt: null };
  return interpreterHereAt ? { interpreterAskedAt: null, interpreterHereAt: null } : { interpreterHereAt: at };
}

/** « SELF », « RELATIVE here », « RELATIVE away »: who calls, and whether whom it is about is there too. */
function whoIn(value: string): Partial<Call> {
  const [callerIs, there] = value.split(' ');
  return { callerIs: callerIs as CallerIs, personPresent: there ? there === 'here' : null }; // `as`: a value of `choices.ts`
}

function chosen(desk: Desk, asking: Asking, value: string): Desk {
  const { call } = desk;
  const say = (change: Partial<Call>): Desk => ({ ...desk, ...closed, call: { ...call, ...change } });
  // each value is one of those that `choices.ts` offers for what is asked
  switch (asking) {
    case 'gender':
      return say({ gender: value as Gender });
    case 'age':
      return say({ ageGroup: value as AgeGroup });
    case 'language':
      return say({ language: value });
    case 'crisis':
      return say({ crisisId: value || null });
    case 'who':
      return say(whoIn(value));
    case 'line':
      return say({ line: value as ContactLine });
    case 'contact':
      return say({ kind: value as ContactKind });
    case 'reason':
      return { ...desk, ...closed, call: onRinged(call, need => ({ ...need, reason: value as UnmetReason })) };
    case 'category':
      return { ...desk, ...closed, call: onRinged(call, need => ({ ...need, category: value, corrected: true })) };
    case 'kind': {
      const [kind, category] = value.split(' ');
      const become = onRinged(call, need => ({ ...need, kind: kind!, category: category || need.category, corrected: true }));
      return { ...desk, ...closed, asking: category ? null : 'category', call: become };
    }
    default:
      return handedOver(desk, asking, value);
  }
}

/** To whom, how, on what ground, and what came of it. */
function handedOver(desk: Desk, asking: 'target' | 'mode' | 'basis' | 'result', value: string): Desk {
  const next = { target: 'mode', mode: 'basis', basis: 'result', result: null } as const;
  if (asking !== 'result') {
    const named = asking === 'target' ? { to: value } : { [asking]: value };
    return { ...desk, ...closed, asking: next[asking], handover: { ...desk.handover, ...named } };
  }
  const { to, mode, basis } = desk.handover;
  if (!to || !mode || !basis) return { ...desk, ...closed, handover: {} };
  const handover = { to, mode: mode as HandoverMode, basis: basis as HandoverBasis, result: value as HandoverResult };
  return { ...desk, ...closed, handover: {}, call: { ...desk.call, handovers: [...desk.call.handovers, handover] } };
}
