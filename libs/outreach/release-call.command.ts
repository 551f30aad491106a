import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { ReleaseCallInput } from '#libs/schema';
import { CallBook } from './call-book.ts';

/** Not called after all, or not by me. */
@Injectable()
export class ReleaseCall {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CallBook) private readonly book: CallBook,
  ) {}

  run(actor: Actor, input: ReleaseCallInput): Promise<{ callId: string }> {
    return this.unitOfWork.once(actor, 'releaseCall', input, async tx => {
      const call = await this.book.own(tx, actor, input.callId);
      await tx.manager.query(`update outreach.call set ended_at = $2, result = 'RELEASED' where id = $1`, [call.id, call.now]);
      this.book.announce(tx, call);
      return { callId: call.id };
    });
  }
}
