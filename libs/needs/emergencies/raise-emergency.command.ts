import { Inject, Injectable } from '@nestjs/common';
import { Devices } from '#libs/identity';
import { type Actor, Clock, newId } from '#libs/kernel';
import { say, Settings, type Transaction, UnitOfWork } from '#libs/platform';
import type { RaiseEmergencyInput, TellEmergencyInput } from '#libs/schema';
import { roleOf } from '../needs.policies.ts';
import { KeptPerson } from '../persons/kept-person.ts';
import { NotToCall } from '../persons/persons.refusals.ts';
import { number, said } from '../persons/said.ts';
import { type CallerInDanger, EmergencyBook, placeOf } from './emergency-book.ts';

const ALERT_PUSH = 'emergency';
const HOUR = 3_600_000;

/** Somebody on the line is in danger: whoever supervises is alerted in the transaction that keeps where they are. */
@Injectable()
export class RaiseEmergency {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EmergencyBook) private readonly book: EmergencyBook,
    @Inject(KeptPerson) private readonly persons: KeptPerson,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Devices) private readonly devices: Devices,
  ) {
    devices.define(ALERT_PUSH, language => ({
      title: say(language, 'EMERGENCY_PUSH_TITLE'),
      body: say(language, 'EMERGENCY_PUSH_BODY'),
      path: '/urgences',
      tag: ALERT_PUSH,
    }));
  }

  run(actor: Actor, input: RaiseEmergencyInput): Promise<{ emergencyId: string }> {
    const caller = callerIn(input);
    return this.unitOfWork.once(actor, 'raiseEmergency', input, async tx => {
      const [id, organizationId] = [newId(), roleOf(actor, 'emergency:raise').organizationId!]; // held in a membership
      const [now, keyId] = [this.clock.now(), await this.persons.newKey(tx)];
      const forgetAt = new Date(+now + this.settings.limits.keepEmergenciesHours * HOUR);
      await tx.manager.query(
        'insert into needs.emergency (id, organization_id, raised_at, raised_by, forget_at, data_key_id) values ($1, $2, $3, $4, $5, $6)',
        [id, organizationId, now, actor.accountId, forgetAt, keyId],
      );
      if (caller) await this.keep(tx, actor, { id, organizationId, keyId }, caller);
      await this.devices.tellMembers(tx, ALERT_PUSH, 'CENTRE_SUPERVISOR', [organizationId], { key: `${ALERT_PUSH} ${id}` });
      return this.book.step(tx, actor, { id, organizationId }, 'RAISED');
    });
  }

  tell(actor: Actor, input: TellEmergencyInput): Promise<{ emergencyId: string }> {
    const caller = callerIn(input);
    return this.unitOfWork.once(actor, 'tellEmergency', input, async tx => {
      const row = await this.book.open(tx, actor, input.emergencyId);
      if (row.forgottenAt || row.forgetAt <= row.now) throw new NotToCall('EMERGENCY_OVER', 'emergencyId');
      if (caller) await this.keep(tx, actor, row, caller);
      return this.book.step(tx, actor, row, 'TOLD_WHERE');
    });
  }

  private async keep(
    tx: Transaction,
    actor: Actor,
    { id, organizationId, keyId }: { id: string; organizationId: string; keyId: string },
    caller: CallerInDanger,
  ): Promise<void> {
    const row = newId();
    await tx.actAs(actor);
    await tx.manager.query('insert into needs.emergency_caller (id, emergency_id, organization_id, caller) values ($1, $2, $3, $4)', [
      ...[row, id, organizationId, await this.persons.seal(tx, keyId, placeOf(row), caller)],
    ]);
  }
}

function callerIn(input: RaiseEmergencyInput): CallerInDanger | null {
  const address = said('address', input.address, 500);
  const callback = input.number?.trim() ? number('number', input.number) : null;
  return address || callback ? { address, number: callback } : null;
}
