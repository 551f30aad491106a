import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';

/** How long a status stays fresh. Outside any crisis one rule holds for all. */
@Injectable()
export class FreshnessLimits {
  /** In milliseconds, for words on this service said now. */
  async for(tx: Transaction, _serviceId: string): Promise<number> {
    const [rule] = await tx.manager.query<[{ ms: string }]>(`select extract(epoch from fresh_for) * 1000 as ms from crises.standing_rule`);
    return Number(rule.ms);
  }
}
