import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { EndDisplayInput } from '#libs/schema';
import { may } from '../identity.policies.ts';
import { DisplayNotFound } from '../identity.refusals.ts';
import { DisplayEntity } from './display.entity.ts';

/** Takes a screen off: it shows a code again within seconds. */
@Injectable()
export class EndDisplay {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: EndDisplayInput): Promise<{ displayId: string }> {
    return this.unitOfWork.once(actor, 'endDisplay', input, async tx => {
      const id = idFrom(input.displayId);
      const display = id && (await tx.manager.findOneBy(DisplayEntity, { id }));
      if (!display || !may(actor).manageDisplay(display)) throw new DisplayNotFound('DISPLAY_NOT_FOUND', 'displayId');
      const { affected } = await tx.manager.update(DisplayEntity, { id, endedAt: IsNull() }, { endedAt: this.clock.now() });
      if (affected) await this.audit.record(tx, actor, { act: 'display:end', subject: id });
      return { displayId: id };
    });
  }
}
