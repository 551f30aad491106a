import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, newId } from '#libs/kernel';
import { Audit, e164, Envelopes, Rate, type RequestContext, type Transaction, UnitOfWork } from '#libs/platform';
import type { ReportRoutingProblemInput } from '#libs/schema';
import { text } from '../given.ts';
import { LineNotFound } from '../lines.refusals.ts';
import { RoutingProblemChangedEvent } from './routing.events.ts';
import { InvalidRoutingProblem } from './routing.refusals.ts';
import { placeOf } from './routing-caller.query.ts';

/** A minute of what clocks may differ by. */
const AHEAD = 60_000;

type Said = ReturnType<typeof saidIn>;

/** A call did not reach its line. What it says of the caller is sealed at once; no event, no log, no idempotency key holds it. */
@Injectable()
export class ReportRoutingProblem {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Envelopes) private readonly envelopes: Envelopes,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(
    { actor, address }: Pick<RequestContext, 'actor' | 'address'>,
    input: ReportRoutingProblemInput,
  ): Promise<{ problemId: string }> {
    const said = saidIn(input);
    const now = this.clock.now();
    const happenedAt = input.happenedAt ?? now;
    if (+happenedAt > +now + AHEAD) throw new InvalidRoutingProblem('ROUTING_IN_THE_FUTURE', 'happenedAt');
    if (!actor.accountId) await this.rate.routingProblem(address);
    return this.unitOfWork.once(actor, 'reportRoutingProblem', input, async tx => {
      const line = await lineOf(tx, input.lineCode ?? 'PHONE_211');
      const territory = await territoryOf(tx, input.territory);
      const problemId = await this.write(tx, actor, { ...said, ...line, territory, happenedAt: happenedAt < now ? happenedAt : now, now });
      tx.announce(RoutingProblemChangedEvent.of(problemId, { v: 1, problemId, state: 'REPORTED' }));
      await this.audit.record(tx, actor, { act: 'routing:report', subject: problemId });
      return { problemId };
    });
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    {
      line,
      organizationId,
      territory,
      happenedAt,
      now,
      ...said
    }: Said & { line: string; organizationId: string | null; territory: string | null; happenedAt: Date; now: Date },
  ): Promise<string> {
    const [id, keyId] = [newId(), await this.envelopes.newKey(tx)];
    await tx.manager.query(
      `insert into lines.routing_problem
         (id, line_code, organization_id, state, company, device, territory_code, happened_at, what_happened, reported_at, reported_by, data_key_id)
       values ($1, $2, $3, 'REPORTED', $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, line, organizationId, said.company, said.device, territory, happenedAt, said.whatHappened, now, actor.id, keyId],
    );
    await tx.manager.query(`insert into lines.routing_step (id, problem_id, state, at, by) values ($1, $2, 'REPORTED', $3, $4)`, [
      newId(),
      id,
      now,
      actor.id,
    ]);
    await tx.manager.query('insert into lines.routing_caller (problem_id, organization_id, number, place) values ($1, $2, $3, $4)', [
      id,
      organizationId,
      await this.envelopes.seal(tx, keyId, placeOf(id, 'number'), said.number),
      said.place && (await this.envelopes.seal(tx, keyId, placeOf(id, 'place'), said.place)),
    ]);
    return id;
  }
}

const tooLong = (field: string, limit: number) => new InvalidRoutingProblem('ROUTING_TEXT_TOO_LONG', field, { limit });

function needed(field: string, given: string, limit: number): string {
  const said = text(field, given, limit, tooLong);
  if (!said) throw new InvalidRoutingProblem('ROUTING_TEXT_MISSING', field);
  return said;
}

function saidIn({ number: given, company, device, territory, place, whatHappened }: ReportRoutingProblemInput) {
  const number = e164(given);
  if (!number) throw new InvalidRoutingProblem('ROUTING_NUMBER_NOT_VALID', 'number');
  const where = text('place', place, 300, tooLong);
  if (!where && !territory) throw new InvalidRoutingProblem('ROUTING_PLACE_MISSING', 'territory');
  return {
    ...{ number, place: where, device },
    company: needed('company', company, 100),
    whatHappened: needed('whatHappened', whatHappened, 2_000),
  };
}

async function lineOf(tx: Transaction, code: string): Promise<{ line: string; organizationId: string | null }> {
  const [found] = await tx.manager.query<{ line: string; organizationId: string | null }[]>(
    'select code as line, owner_organization_id as "organizationId" from lines.line where code = $1 and ended_at is null',
    [code],
  );
  if (!found) throw new LineNotFound('LINE_NOT_FOUND', 'lineCode');
  return found;
}

async function territoryOf(tx: Transaction, code: string | null | undefined): Promise<string | null> {
  if (code == null) return null;
  const [found] = await tx.manager.query<object[]>('select 1 from directory_published.territory where code = $1', [code]);
  if (!found) throw new InvalidRoutingProblem('ROUTING_TERRITORY_NOT_FOUND', 'territory');
  return code;
}
