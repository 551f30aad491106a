import { defineEvent } from '#libs/platform';
import type { RoutingState } from '#libs/schema';

export interface RoutingMoved {
  v: 1;
  problemId: string;
  state: RoutingState;
}

/** A routing problem was reported, or went a step further. */
export const RoutingProblemChangedEvent = defineEvent<RoutingMoved>('routing-problem-changed', (_, actor) => actor.may('routing:follow'));
