import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#libs/platform';
import { RequestBook } from './request-book.ts';
import { RequestsByLink } from './requests-by-link.ts';

/** Somebody is at the page: the first key or tap, never a mail program that opens every link. */
@Injectable()
export class OpenUpdateRequest {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestsByLink) private readonly requests: RequestsByLink,
    @Inject(RequestBook) private readonly book: RequestBook,
  ) {}

  async run({ address }: { address: string }, token: string): Promise<{ openedAt: Date }> {
    const request = await this.requests.by(token, address);
    return this.unitOfWork.run(async tx => ({ openedAt: await this.book.opened(tx, request) }));
  }
}
