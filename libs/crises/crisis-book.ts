import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, Forbidden, idFrom } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { CrisisPhase } from '#libs/schema';
import type { CrisisFact } from './crises.events.ts';
import { may } from './crises.policies.ts';
import { CrisisNotFound, InvalidStep } from './crises.refusals.ts';
import { linesOf } from './given.ts';
import { gravest } from './gravest.ts';

export interface Area {
  readonly id: string;
  readonly territory: string;
  readonly phase: CrisisPhase;
  /** The territory, and those that it lies in. */
  readonly line: readonly string[];
}

export interface Held {
  readonly id: string;
  readonly exercise: boolean;
  readonly areas: readonly Area[];
  readonly now: Date;
}

/** A crisis as it stands, for the commands that change it. */
@Injectable()
export class CrisisBook {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Held from now on against every other change of it. */
  async open(tx: Transaction, actor: Actor, crisisId: string): Promise<Held> {
    const id = idFrom(crisisId);
    if (id) await tx.lock('crises', id);
    const [found] = await tx.manager.query<(Omit<Held, 'now' | 'areas'> & { areas: Omit<Area, 'line'>[] })[]>(
      `select crisis.id, crisis.exercise, (
         select jsonb_agg(jsonb_build_object('id', area.id, 'territory', area.territory_code, 'phase', area.phase) order by area.id)
         from crises.area where area.crisis_id = crisis.id) as areas
       from crises.crisis where crisis.id = $1`,
      [id],
    );
    if (!found || !may(actor).see(found)) throw new CrisisNotFound('CRISIS_NOT_FOUND', 'crisisId');
    const lines = await linesOf(
      tx,
      found.areas.map(({ territory }) => territory),
    );
    const areas = found.areas.map(area => ({ ...area, line: lines.get(area.territory)! })); // they refer to it
    return { ...found, areas, now: this.clock.now() };
  }

  /** What concerns these areas is for who may govern each of them; what concerns none of them in particular, for who may govern one. */
  demand(actor: Actor, areas: readonly Area[], whom: 'each' | 'one' = 'each'): void {
    const governed = areas.filter(({ line }) => may(actor).govern(line));
    if (whom === 'each' ? governed.length < areas.length : governed.length === 0) throw new Forbidden('crisis:change');
  }

  /** One that the caller may govern. */
  governed(actor: Actor, held: Held, areaId: string): Area {
    const area = this.area(held, areaId);
    this.demand(actor, [area]);
    return area;
  }

  private area({ areas }: Held, areaId: string): Area {
    const found = areas.find(({ id }) => id === idFrom(areaId));
    if (!found) throw new InvalidStep('AREA_NOT_FOUND', 'areaId');
    return found;
  }

  fact({ id, exercise, areas }: Held): CrisisFact {
    return { v: 1, crisisId: id, exercise, phase: gravest(areas.map(({ phase }) => phase)) };
  }
}
