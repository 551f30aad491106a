import { Injectable } from '@nestjs/common';
import { idFrom } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { InvalidStep } from '../needs.refusals.ts';

/** Organizations and services that everybody who reads of a gap may know of: a gap names them to all. */
@Injectable()
export class KnownToGaps {
  async organization(tx: Transaction, given: string): Promise<string> {
    const [found] = await tx.manager.query<{ id: string }[]>(
      'select id from directory_published.organization where id = $1 and not confidential',
      [idFrom(given)],
    );
    if (!found) throw new InvalidStep('GAP_ORGANIZATION_UNKNOWN', 'organizationId');
    return found.id;
  }

  async service(tx: Transaction, given: string | null | undefined): Promise<string | null> {
    if (given == null) return null;
    const [found] = await tx.manager.query<{ id: string }[]>(
      'select id from directory_published.service where id = $1 and not confidential',
      [idFrom(given)],
    );
    if (!found) throw new InvalidStep('GAP_SERVICE_UNKNOWN', 'serviceId');
    return found.id;
  }
}
