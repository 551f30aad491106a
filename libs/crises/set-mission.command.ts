import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { SetMissionInput } from '#libs/schema';
import { MissionSetEvent } from './crises.events.ts';
import { CrisisBook } from './crisis-book.ts';
import { atMost, knownOrganizations, localizedText } from './given.ts';

const MOST = 20;

/** What an organization does in a crisis: all of it, each time. */
@Injectable()
export class SetMission {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CrisisBook) private readonly book: CrisisBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: SetMissionInput): Promise<{ crisisId: string }> {
    atMost('texts', input.texts, MOST);
    const texts = input.texts.map((given, position) => ({ position, ...localizedText(`texts.${position}`, given, 200) }));
    return this.unitOfWork.once(actor, 'setMission', input, async tx => {
      const held = await this.book.open(tx, actor, input.crisisId);
      this.book.demand(actor, held.areas, 'one');
      await knownOrganizations(tx, new Map([[input.organizationId, 'organizationId']]));
      const organizationId = idFrom(input.organizationId)!; // it is known
      await tx.manager.query('delete from crises.mission where crisis_id = $1 and organization_id = $2', [held.id, organizationId]);
      await tx.manager.query(
        `insert into crises.mission (crisis_id, organization_id, position, name_fr, name_en)
         select $1, $2, position, fr, en from jsonb_to_recordset($3::jsonb) as said (position int, fr text, en text)`,
        [held.id, organizationId, JSON.stringify(texts)],
      );
      tx.announce(MissionSetEvent.of(held.id, { ...this.book.fact(held), organizationId }));
      await this.audit.record(tx, actor, { act: 'crisis:change', subject: held.id, facts: { mission: organizationId } });
      return { crisisId: held.id };
    });
  }
}
