import { Refusal } from '#libs/kernel';

export class InvalidRoutingProblem extends Refusal<
  | 'ROUTING_NUMBER_NOT_VALID'
  | 'ROUTING_TEXT_MISSING'
  | 'ROUTING_TEXT_TOO_LONG'
  | 'ROUTING_PLACE_MISSING'
  | 'ROUTING_TERRITORY_NOT_FOUND'
  | 'ROUTING_IN_THE_FUTURE'
  | 'ROUTING_IS_CLOSED'
  | 'ROUTING_STATE_IS_THAT_ALREADY'
> {}

export class RoutingProblemNotFound extends Refusal<'ROUTING_PROBLEM_NOT_FOUND'> {}
