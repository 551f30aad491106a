import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { EndLocalEmergencyInput } from '#libs/schema';
import { LocalEmergencyEndedEvent } from './crises.events.ts';
import { InvalidStep } from './crises.refusals.ts';
import { CrisisBook } from './crisis-book.ts';

/** Before its time. */
@Injectable()
export class EndLocalEmergency {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CrisisBook) private readonly book: CrisisBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: EndLocalEmergencyInput): Promise<{ crisisId: string }> {
    return this.unitOfWork.once(actor, 'endLocalEmergency', input, async tx => {
      const held = await this.book.open(tx, actor, input.crisisId);
      const area = this.book.governed(actor, held, input.areaId);
      const [, ended] = await tx.manager.query<[unknown[], number]>(
        'update crises.emergency set ended_at = $2 where area_id = $1 and ended_at is null and until_at > $2',
        [area.id, held.now],
      );
      if (ended === 0) throw new InvalidStep('NO_EMERGENCY_RUNS', 'areaId');
      tx.announce(LocalEmergencyEndedEvent.of(held.id, { ...this.book.fact(held), areaId: area.id }));
      await this.audit.record(tx, actor, { act: 'crisis:change', subject: held.id, facts: { emergencyEnded: area.id } });
      return { crisisId: held.id };
    });
  }
}
