import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';

/** How long a word stays fresh: the strictest of the standing rule and of the crises that run where and for what a service is. */
@Injectable()
export class FreshnessLimits {
  /** In milliseconds, for words on this service said now. */
  async for(tx: Transaction, serviceId: string): Promise<number> {
    const [rule] = await tx.manager.query<[{ ms: string }]>(
      `select extract(epoch from crises_published.fresh_for(coalesce(service.territories, '{}'), coalesce(service.categories, '{}'))) * 1000 as ms
       from (select) always left join directory_published.service on service.id = $1`,
      [serviceId],
    );
    return Number(rule.ms);
  }
}
