import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import { Audit, type SealedPlace, type Transaction } from '#libs/platform';
import type { EmergencyStepKind } from '#libs/schema';
import { NotToCall, PersonNotFound } from '../persons/persons.refusals.ts';
import { EmergencyMovedEvent } from './emergencies.events.ts';

export interface HeldEmergency {
  readonly id: string;
  readonly organizationId: string;
  readonly keyId: string;
  readonly overAt: Date | null;
  readonly forgetAt: Date;
  readonly forgottenAt: Date | null;
}
export type EmergencyAtHand = HeldEmergency & { readonly now: Date };

/** Where somebody is; null: not told. */
export interface CallerInDanger {
  readonly address: string | null;
  readonly number: string | null;
}

export const placeOf = (row: string): SealedPlace => ({ table: 'needs.emergency_caller', row, column: 'caller' });

/** Emergencies as rows, for the commands that change them. */
@Injectable()
export class EmergencyBook {
  constructor(
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Held until the end: for who raised it, and for the supervisors of where it was raised. */
  async open(tx: Transaction, actor: Actor, emergencyId: string): Promise<EmergencyAtHand> {
    const [row] = await tx.manager.query<HeldEmergency[]>(
      `select id, organization_id as "organizationId", data_key_id as "keyId", over_at as "overAt", forget_at as "forgetAt", forgotten_at as "forgottenAt"
       from needs.emergency where id = $1 and (raised_by = $2 or organization_id = any($3)) for update`,
      [idFrom(emergencyId), actor.accountId, actor.organizationsFor('person:read-emergency') ?? []],
    );
    if (!row) throw new PersonNotFound('EMERGENCY_NOT_FOUND', 'emergencyId');
    if (row.overAt) throw new NotToCall('EMERGENCY_OVER', 'emergencyId');
    return { ...row, now: this.clock.now() };
  }

  async step(
    tx: Transaction,
    actor: Actor,
    { id, organizationId }: { id: string; organizationId: string },
    step: EmergencyStepKind,
    target: string | null = null,
  ): Promise<{ emergencyId: string }> {
    await tx.manager.query('insert into needs.emergency_step (id, emergency_id, at, by, step, target) values ($1, $2, $3, $4, $5, $6)', [
      ...[newId(), id, this.clock.now(), actor.accountId, step, target],
    ]);
    tx.announce(EmergencyMovedEvent.of(id, { v: 1, emergencyId: id, organizationId, step }));
    await this.audit.record(tx, actor, { act: 'emergency:step', subject: id, facts: { step, target } });
    return { emergencyId: id };
  }
}
