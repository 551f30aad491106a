import { Inject, Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import { Audit, Rate, type RequestContext, type Transaction, UnitOfWork } from '#libs/platform';
import type { LinkDisplayInput } from '#libs/schema';
import { DisplayCodeNotValid, DisplayNotLinked } from '../identity.refusals.ts';
import { hashOf } from '../secret.ts';
import { codeFrom } from './display-code.ts';
import { DisplayCodeEntity, DisplayEntity } from './display.entity.ts';

const LONGEST_NAME = 100;

/** Makes the screen that shows this code one of the caller's organization. */
@Injectable()
export class LinkDisplay {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run({ actor, address }: RequestContext, input: LinkDisplayInput): Promise<{ displayId: string }> {
    await this.rate.signInTry(address);
    return this.unitOfWork.once(actor, 'linkDisplay', input, async tx => {
      const name = input.name.trim();
      if (name.length === 0 || name.length > LONGEST_NAME) throw new DisplayNotLinked('DISPLAY_NAME_LENGTH', 'name');
      const display = tx.manager.create(DisplayEntity, {
        ...{ id: newId(), secretHash: null, name, organizationId: ownOrganization(actor, input), linkedBy: actor.accountId },
        ...{ linkedAt: this.clock.now(), lastSeenAt: this.clock.now(), endedAt: null },
      });
      await tx.manager.insert(DisplayEntity, display);
      await this.useUp(tx, input.code, display.id);
      await this.audit.record(tx, actor, { act: 'display:link', subject: display.id, facts: { organizationId: display.organizationId } });
      return { displayId: display.id };
    });
  }

  /** Of two who type it at once, one links it. */
  private async useUp(tx: Transaction, typed: string, displayId: string): Promise<void> {
    const code = codeFrom(typed);
    const open = code && { codeHash: hashOf(code), displayId: IsNull(), endsAt: MoreThan(this.clock.now()) };
    const { affected } = open ? await tx.manager.update(DisplayCodeEntity, open, { displayId }) : { affected: 0 };
    if (!affected) throw new DisplayCodeNotValid('DISPLAY_CODE_NOT_VALID', 'code');
  }
}

/** The one that was named, or the first for which the caller may. */
function ownOrganization(actor: Actor, { organizationId }: LinkDisplayInput): string {
  const asked = organizationId ? idFrom(organizationId) : null;
  const own = actor.grants.filter(grant => grant.permission === 'display:manage' && grant.organizationId);
  const chosen = organizationId ? own.find(grant => grant.organizationId === asked) : own[0];
  if (!chosen?.organizationId) throw new DisplayNotLinked('DISPLAY_OF_ANOTHER', 'organizationId');
  return chosen.organizationId;
}
