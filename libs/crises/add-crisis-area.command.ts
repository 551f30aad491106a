import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Forbidden, idFrom, newId, UserInputError } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { AddCrisisAreaInput } from '#libs/schema';
import { CrisisAreaAddedEvent } from './crises.events.ts';
import { InvalidStep } from './crises.refusals.ts';
import { CrisisBook } from './crisis-book.ts';
import { may } from './crises.policies.ts';
import { knownCodes, knownOrganizations, linesOf } from './given.ts';
import { gravest } from './gravest.ts';

const MOST = 200;

/** It spreads: one more area, in a phase of its own. One that was over runs again. */
@Injectable()
export class AddCrisisArea {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CrisisBook) private readonly book: CrisisBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: AddCrisisAreaInput): Promise<{ crisisId: string }> {
    const { territory, phase, leadOrganizationId: lead = null } = input;
    if (phase === 'CLOSED') throw new UserInputError('`phase`: what begins is not CLOSED.');
    return this.unitOfWork.once(actor, 'addCrisisArea', input, async tx => {
      const held = await this.book.open(tx, actor, input.crisisId);
      if (held.areas.some(area => area.territory === territory)) throw new InvalidStep('AREA_IS_THERE_ALREADY', 'territory');
      if (held.areas.length >= MOST) throw new UserInputError(`A crisis has at most ${MOST} areas.`);
      await knownCodes(tx, 'territory', new Map([[territory, 'territory']]));
      if (lead !== null) await knownOrganizations(tx, new Map([[lead, 'leadOrganizationId']]));

      if (!may(actor).govern((await linesOf(tx, [territory])).get(territory)!)) throw new Forbidden('crisis:change');

      const areaId = newId();
      await tx.manager.query(
        'insert into crises.area (id, crisis_id, territory_code, phase, lead_organization_id) values ($1, $2, $3, $4, $5)',
        [areaId, held.id, territory, phase, idFrom(lead)],
      );
      await tx.manager.query(
        'insert into crises.phase_change (id, crisis_id, area_id, to_phase, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6)',
        [newId(), held.id, areaId, phase, held.now, actor.id],
      );
      await tx.manager.query('update crises.crisis set closed_at = null where id = $1 and closed_at is not null', [held.id]);
      const fact = this.book.fact(held);
      const after = gravest([...held.areas.map(area => area.phase), phase]);
      tx.announce(CrisisAreaAddedEvent.of(held.id, { ...fact, before: fact.phase, phase: after, areas: [{ areaId, territory, phase }] }));
      await this.audit.record(tx, actor, { act: 'crisis:change', subject: held.id, facts: { area: areaId, phase } });
      return { crisisId: held.id };
    });
  }
}
