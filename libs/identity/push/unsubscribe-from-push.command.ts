import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';

/** One's own device is told no more; twice is as once. */
@Injectable()
export class UnsubscribeFromPush {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, endpoint: string): Promise<boolean> {
    return this.unitOfWork.run(async tx => {
      const [rows] = await tx.manager.query<[{ id: string }[], number]>(
        'delete from identity.push_subscription where endpoint = $1 and account_id = $2 returning id',
        [endpoint, actor.accountId],
      );
      for (const { id } of rows) await this.audit.record(tx, actor, { act: 'push:unsubscribe', subject: id });
      return true;
    });
  }
}
