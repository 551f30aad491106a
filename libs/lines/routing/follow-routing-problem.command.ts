import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { FollowRoutingProblemInput, RoutingState } from '#libs/schema';
import { text } from '../given.ts';
import { RoutingProblemChangedEvent } from './routing.events.ts';
import { InvalidRoutingProblem, RoutingProblemNotFound } from './routing.refusals.ts';

const ends: readonly RoutingState[] = ['FIXED', 'CANNOT_REPRODUCE'];

/** One step further, by whom and why; what has ended stays so: should it come again, it is another. */
@Injectable()
export class FollowRoutingProblem {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: FollowRoutingProblemInput): Promise<{ problemId: string }> {
    const note = text('note', input.note, 1_000, (field, limit) => new InvalidRoutingProblem('ROUTING_TEXT_TOO_LONG', field, { limit }));
    return this.unitOfWork.once(actor, 'followRoutingProblem', input, async tx => {
      const [problem] = await tx.manager.query<{ id: string; state: RoutingState }[]>(
        'select id, state from lines.routing_problem where id = $1 for update',
        [idFrom(input.problemId)],
      );
      if (!problem) throw new RoutingProblemNotFound('ROUTING_PROBLEM_NOT_FOUND', 'problemId');
      if (ends.includes(problem.state)) throw new InvalidRoutingProblem('ROUTING_IS_CLOSED', 'state');
      if (problem.state === input.state || input.state === 'REPORTED')
        throw new InvalidRoutingProblem('ROUTING_STATE_IS_THAT_ALREADY', 'state');
      const [problemId, now] = [problem.id, this.clock.now()];
      await tx.manager.query(
        'update lines.routing_problem set state = $2, closed_at = case when $3::timestamptz is not null then greatest(reported_at, $3) end where id = $1',
        [problemId, input.state, ends.includes(input.state) ? now : null],
      );
      await tx.manager.query('insert into lines.routing_step (id, problem_id, state, at, by, note) values ($1, $2, $3, $4, $5, $6)', [
        ...[newId(), problemId, input.state, now, actor.id, note],
      ]);
      tx.announce(RoutingProblemChangedEvent.of(problemId, { v: 1, problemId, state: input.state }));
      await this.audit.record(tx, actor, { act: 'routing:follow', subject: problemId, facts: { state: input.state } });
      return { problemId };
    });
  }
}
