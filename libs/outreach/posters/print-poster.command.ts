import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#libs/kernel';
import { Links, UnitOfWork } from '#libs/platform';
import type { PrintPosterInput } from '#libs/schema';
import { POSTER, PosterBook } from './poster-book.ts';

const LASTS = 10 * 366 * 86_400_000;
const OFTEN = 1_000_000;

/** A sheet, with an address of its own: only its sum is kept, so that no other can be told again. */
@Injectable()
export class PrintPoster {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PosterBook) private readonly book: PosterBook,
    @Inject(Links) private readonly links: Links,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, { posterId }: PrintPosterInput): Promise<{ posterId: string; path: string }> {
    return this.unitOfWork.run(async tx => {
      const poster = await this.book.own(tx, actor, posterId);
      const token = await this.links.mint(tx, { purpose: POSTER, subject: poster.id, ttlMs: LASTS, uses: OFTEN });
      await tx.manager.query('update outreach.poster set printed_at = $2 where id = $1', [poster.id, this.clock.now()]);
      await this.book.write(tx, actor, 'poster:print', poster);
      return { posterId: poster.id, path: `/p/${token}` };
    });
  }
}
