import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId } from '#libs/kernel';
import { Mail, type Transaction } from '#libs/platform';
import type { MembershipEntity } from '../membership.entity.ts';
import { LAST_EDITOR_LEFT } from './joining.mail.ts';

const MOST = 20;

/** When nobody is left who speaks for an organization, 211's researchers are told by mail. */
@Injectable()
export class LastEditorLeft {
  constructor(
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async tell(tx: Transaction, { id, organizationId, role }: MembershipEntity): Promise<void> {
    if (role !== 'PARTNER_EDITOR') return;
    await tx.lock('identity-editors', organizationId); // of two who leave at once, the second sees that nobody is left
    const [left] = await tx.manager.query<object[]>(
      `select 1 from identity.membership where organization_id = $1 and role = 'PARTNER_EDITOR' and ended_at is null limit 1`,
      [organizationId],
    );
    if (left) return;
    const researchers = await tx.manager.query<{ account_id: string }[]>(
      `select distinct account_id from identity.membership join identity.account on account.id = account_id
       where role = 'RESEARCHER' and membership.ended_at is null and account.ended_at is null order by account_id limit ${MOST}`,
    );
    for (const { account_id } of researchers) {
      const noticeId = newId();
      await tx.manager.query('insert into identity.notice (id, account_id, membership_id, made_at) values ($1, $2, $3, $4)', [
        noticeId,
        account_id,
        id,
        this.clock.now(),
      ]);
      await this.mail.put(tx, LAST_EDITOR_LEFT, noticeId);
    }
  }
}
