import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#libs/platform';
import type { DeclineUpdateRequestInput } from '#libs/schema';
import { RequestBook } from './request-book.ts';
import { RequestsByLink } from './requests-by-link.ts';

/** « Ne plus m’écrire, appelez-moi ». What was answered stays answered, and the link goes on taking answers. */
@Injectable()
export class DeclineUpdateRequest {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestsByLink) private readonly requests: RequestsByLink,
    @Inject(RequestBook) private readonly book: RequestBook,
  ) {}

  async run({ address }: { address: string }, { token, ...input }: DeclineUpdateRequestInput): Promise<{ declinedAt: string }> {
    const request = await this.requests.by(token, address);
    return this.unitOfWork.once(request.actor, 'declineUpdateRequest', input, async tx => ({
      declinedAt: (await this.book.declined(tx, request)).toISOString(),
    }));
  }
}
