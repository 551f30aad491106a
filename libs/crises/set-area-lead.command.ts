import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { SetAreaLeadInput } from '#libs/schema';
import { AreaLeadSetEvent } from './crises.events.ts';
import { CrisisBook } from './crisis-book.ts';
import { knownOrganizations } from './given.ts';

/** Who leads in an area, or nobody for now. */
@Injectable()
export class SetAreaLead {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CrisisBook) private readonly book: CrisisBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: SetAreaLeadInput): Promise<{ crisisId: string }> {
    const { organizationId = null } = input;
    return this.unitOfWork.once(actor, 'setAreaLead', input, async tx => {
      const held = await this.book.open(tx, actor, input.crisisId);
      const { id } = this.book.governed(actor, held, input.areaId);
      if (organizationId !== null) await knownOrganizations(tx, new Map([[organizationId, 'organizationId']]));
      await tx.manager.query('update crises.area set lead_organization_id = $2 where id = $1', [id, idFrom(organizationId)]);
      tx.announce(AreaLeadSetEvent.of(held.id, { ...this.book.fact(held), areaId: id }));
      await this.audit.record(tx, actor, { act: 'crisis:change', subject: held.id, facts: { leads: id } });
      return { crisisId: held.id };
    });
  }
}
