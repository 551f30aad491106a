import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';

/** For the operator's own commands: what people held, as it was, of the organizations that are there. */
@Injectable()
export class RestoreMemberships {
  /** `memberships`: rows of the table as jsonb has them. */
  async run(tx: Transaction, memberships: readonly object[]): Promise<void> {
    await tx.manager.query(
      `insert into identity.membership select kept.* from jsonb_populate_recordset(null::identity.membership, $1) kept
       where kept.organization_id in (select id from directory_published.organization)`,
      [JSON.stringify(memberships)],
    );
  }
}
