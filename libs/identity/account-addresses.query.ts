import { Injectable } from '@nestjs/common';
import type { Language } from '#libs/kernel';
import type { Transaction } from '#libs/platform';

export interface AccountAddress {
  readonly email: string;
  readonly language: Language;
  readonly displayName: string;
}

/** Where accounts are written to: for a letter at the moment it is sent, and for nothing that is kept. Those that have ended are absent. */
@Injectable()
export class AccountAddresses {
  async of(tx: Transaction, accountIds: readonly string[]): Promise<Map<string, AccountAddress>> {
    const rows = await tx.manager.query<(AccountAddress & { id: string })[]>(
      `select id, email, language, display_name as "displayName" from identity.account where id = any($1::uuid[]) and ended_at is null`,
      [accountIds],
    );
    return new Map(rows.map(row => [row.id, row]));
  }

  /** Who speaks for an organization. */
  async editorsOf(tx: Transaction, organizationId: string): Promise<string[]> {
    const rows = await tx.manager.query<{ id: string }[]>(
      `select distinct account.id from identity.membership join identity.account on account.id = account_id
       where organization_id = $1 and role in ('PARTNER_EDITOR', 'MUNICIPAL_COORDINATOR') and membership.ended_at is null and account.ended_at is null
       order by account.id limit 50`,
      [organizationId],
    );
    return rows.map(({ id }) => id);
  }
}
