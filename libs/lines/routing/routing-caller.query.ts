import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Forbidden, idFrom } from '#libs/kernel';
import { Audit, Envelopes, Secret, type SealedPlace, type Transaction, UnitOfWork } from '#libs/platform';
import type { KeptState } from '#libs/schema';

export const placeOf = (row: string, column: 'number' | 'place'): SealedPlace => ({ table: 'lines.routing_caller', row, column });

export interface CallerRead {
  readonly state: KeptState;
  readonly number: string | null;
  readonly place: string | null;
}

interface Row {
  id: string;
  data_key_id: string;
  number: Buffer | null;
  place: Buffer | null;
}

/** `routingCaller`: who reads it, and when, is written down in the transaction that reads it. */
@Injectable()
export class RoutingCaller {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Envelopes) private readonly envelopes: Envelopes,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  one(actor: Actor, problemId: string): Promise<CallerRead | null> {
    return this.unitOfWork.run(async tx => {
      const row = await this.find(tx, actor, problemId);
      if (!row) return null;
      if (!row.number) throw new Forbidden('person:read-routing');
      return this.read(tx, actor, row, 'caller');
    });
  }

  /** Null where the caller may not read it, or there is no such problem. */
  async ifAllowed(tx: Transaction, actor: Actor, problemId: string): Promise<CallerRead | null> {
    const row = actor.may('person:read-routing') && (await this.find(tx, actor, problemId));
    return row && row.number ? this.read(tx, actor, row, 'letter') : null;
  }

  /** Row-level security decides whether the number is there. */
  private async find(tx: Transaction, actor: Actor, problemId: string): Promise<Row | undefined> {
    await tx.actAs(actor);
    const [row] = await tx.manager.query<Row[]>(
      `select problem.id, problem.data_key_id, caller.number, caller.place
       from lines.routing_problem problem left join lines.routing_caller caller on caller.problem_id = problem.id where problem.id = $1`,
      [idFrom(problemId)],
    );
    return row;
  }

  private async read(tx: Transaction, actor: Actor, { id, data_key_id: keyId, number, place }: Row, why: string): Promise<CallerRead> {
    const sealed = (
      [
        ['number', number],
        ['place', place],
      ] as const
    ).flatMap(([column, blob]) =>
      // prettier-ignore
      blob ? [{ keyId, place: placeOf(id, column), blob }] : [],
    );
    const [first, second] = await this.envelopes.openAll(tx, sealed);
    await this.audit.record(tx, actor, { act: 'person:read-routing', subject: id, facts: { why } });
    if (!(first instanceof Secret)) return { state: first ?? 'DESTROYED', number: null, place: null };
    return { state: 'READABLE', number: dialed(first.reveal()), place: second instanceof Secret ? second.reveal() : null };
  }
}

/** As people write it here; another country's stays as it is. */
const dialed = (number: string): string => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1 $2-$3');
