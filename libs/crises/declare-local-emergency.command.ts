import { Inject, Injectable } from '@nestjs/common';
import { type Actor, newId } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { DeclareLocalEmergencyInput } from '#libs/schema';
import { LocalEmergencyDeclaredEvent } from './crises.events.ts';
import { InvalidStep } from './crises.refusals.ts';
import { CrisisBook } from './crisis-book.ts';

const LONGEST_DAYS = 10;

/** In one area; declared while one runs, it is renewed. */
@Injectable()
export class DeclareLocalEmergency {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CrisisBook) private readonly book: CrisisBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: DeclareLocalEmergencyInput): Promise<{ crisisId: string }> {
    return this.unitOfWork.once(actor, 'declareLocalEmergency', input, async tx => {
      const held = await this.book.open(tx, actor, input.crisisId);
      const area = this.book.governed(actor, held, input.areaId);
      if (area.phase === 'CLOSED') throw new InvalidStep('AREA_IS_CLOSED', 'areaId');
      if (input.until <= held.now) throw new InvalidStep('EMERGENCY_ENDS_BEFORE_NOW', 'until');
      if (+input.until > +held.now + LONGEST_DAYS * 86_400_000)
        throw new InvalidStep('EMERGENCY_TOO_LONG', 'until', { days: LONGEST_DAYS });

      await tx.manager.query('update crises.emergency set ended_at = least(until_at, $2) where area_id = $1 and ended_at is null', [
        area.id,
        held.now,
      ]);
      await tx.manager.query('insert into crises.emergency (id, area_id, declared_at, until_at, declared_by) values ($1, $2, $3, $4, $5)', [
        newId(),
        area.id,
        held.now,
        input.until,
        actor.id,
      ]);
      const until = input.until.toISOString();
      tx.announce(LocalEmergencyDeclaredEvent.of(held.id, { ...this.book.fact(held), areaId: area.id, until }));
      await this.audit.record(tx, actor, { act: 'crisis:change', subject: held.id, facts: { emergency: area.id, until } });
      return { crisisId: held.id };
    });
  }
}
