import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { PosterStepInput } from '#libs/schema';
import { PosterBook } from './poster-book.ts';

@Injectable()
export class RevokePoster {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PosterBook) private readonly book: PosterBook,
  ) {}

  run(actor: Actor, input: PosterStepInput): Promise<{ posterId: string }> {
    return this.unitOfWork.once(actor, 'revokePoster', input, async tx => {
      const poster = await this.book.own(tx, actor, input.posterId);
      await this.book.revoke(tx, poster.id);
      await this.book.write(tx, actor, 'poster:revoke', poster);
      return { posterId: poster.id };
    });
  }
}
