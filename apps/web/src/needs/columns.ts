import type { GapLineFragment } from '../hub/gql/graphql.ts';
import type { StepName } from './use-step.ts';

export type GapState = GapLineFragment['state'];

/** Where a gap stands on the board, in the order that it goes. */
export const columns = ['open', 'acknowledged', 'assigned', 'addressed', 'closed'] as const;
export type Column = (typeof columns)[number];

export const statesOf: Record<Column, GapState[]> = {
  open: ['OPEN', 'REOPENED'],
  acknowledged: ['ACKNOWLEDGED'],
  assigned: ['ASSIGNED'],
  addressed: ['ADDRESSED'],
  closed: ['CLOSED'],
};

export const columnOf = (state: GapState): Column => columns.find(column => statesOf[column].includes(state))!; // every state is in one

/** What brings a gap to a column; whether it may be, the hub says. */
export const stepTo: Record<Column, StepName> = {
  open: 'reopen',
  acknowledged: 'acknowledge',
  assigned: 'assign',
  addressed: 'address',
  closed: 'close',
};

/** The steps from a state that the hub takes. */
const from: Record<GapState, readonly StepName[]> = {
  OPEN: ['acknowledge', 'assign', 'address', 'close'],
  REOPENED: ['acknowledge', 'assign', 'address', 'close'],
  ACKNOWLEDGED: ['assign', 'address', 'close'],
  ASSIGNED: ['assign', 'address', 'close'],
  ADDRESSED: ['assign', 'close', 'reopen'],
  CLOSED: ['reopen'],
};

export const mayBe = (state: GapState, step: StepName): boolean => from[state].includes(step);
