import { Inject, Injectable } from '@nestjs/common';
import { type Actor, newId } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { ChangeCrisisPhaseInput, CrisisPhase } from '#libs/schema';
import { CrisisPhaseChangedEvent, LocalEmergencyEndedEvent } from './crises.events.ts';
import { InvalidStep } from './crises.refusals.ts';
import { type Area, CrisisBook, type Held } from './crisis-book.ts';
import { text } from './given.ts';
import { gravest } from './gravest.ts';

const LONGEST_REASON = 1_000;

/** Forward or back, in one area or in all; the log tells it once. */
@Injectable()
export class ChangeCrisisPhase {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CrisisBook) private readonly book: CrisisBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: ChangeCrisisPhaseInput): Promise<{ crisisId: string }> {
    return this.unitOfWork.once(actor, 'changeCrisisPhase', input, async tx => {
      const held = await this.book.open(tx, actor, input.crisisId);
      const asked = input.areaId == null ? held.areas : [this.book.governed(actor, held, input.areaId)];
      this.book.demand(actor, asked);
      const changing = asked.filter(({ phase }) => phase !== input.phase);
      if (changing.length === 0) throw new InvalidStep('PHASE_IS_THAT_ALREADY', 'phase');
      if (!input.reason.trim()) throw new InvalidStep('REASON_MISSING', 'reason');
      await this.change(tx, actor, held, changing, { to: input.phase, reason: text('reason', input.reason, LONGEST_REASON) });
      return { crisisId: held.id };
    });
  }

  private async change(
    tx: Transaction,
    actor: Actor,
    held: Held,
    changing: readonly Area[],
    { to, reason }: { to: CrisisPhase; reason: string },
  ): Promise<void> {
    const ids = changing.map(({ id }) => id);
    await tx.manager.query(
      `insert into crises.phase_change (id, crisis_id, area_id, from_phase, to_phase, reason, changed_at, changed_by)
       select change, $1, area.id, area.phase, $3, $4, $5, $6
       from unnest($2::uuid[], $7::uuid[]) as asked (id, change) join crises.area on area.id = asked.id`,
      [held.id, ids, to, reason, held.now, actor.id, ids.map(() => newId())],
    );
    await tx.manager.query('update crises.area set phase = $2 where id = any($1)', [ids, to]);
    const after = held.areas.map(({ id, phase }) => (ids.includes(id) ? to : phase));
    await tx.manager.query('update crises.crisis set closed_at = $2 where id = $1 and (closed_at is null) <> ($2::timestamptz is null)', [
      held.id,
      gravest(after) === 'CLOSED' ? held.now : null,
    ]);
    const fact = this.book.fact(held);
    const areas = changing.map(({ id, territory, phase }) => ({ areaId: id, territory, before: phase, after: to }));
    tx.announce(CrisisPhaseChangedEvent.of(held.id, { ...fact, before: fact.phase, phase: gravest(after), areas }));
    await this.audit.record(tx, actor, { act: 'crisis:change', subject: held.id, facts: { to, areas: ids.length } });
    if (to === 'CLOSED') await this.endEmergencies(tx, held, ids);
  }

  /** Where it is over, no state of emergency runs on. */
  private async endEmergencies(tx: Transaction, held: Held, areaIds: readonly string[]): Promise<void> {
    const [ended] = await tx.manager.query<[{ area_id: string }[], number]>(
      'update crises.emergency set ended_at = $2 where area_id = any($1) and ended_at is null and until_at > $2 returning area_id',
      [areaIds, held.now],
    );
    const areas = held.areas.map(area => (areaIds.includes(area.id) ? { ...area, phase: 'CLOSED' as const } : area));
    for (const { area_id: areaId } of ended)
      tx.announce(LocalEmergencyEndedEvent.of(held.id, { ...this.book.fact({ ...held, areas }), areaId }));
  }
}
