import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { PosterStepInput } from '#libs/schema';
import { Pins } from './pins.ts';
import { PosterBook } from './poster-book.ts';

/** Another number before the week is over: somebody has it who should not. */
@Injectable()
export class RenewPosterPin {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PosterBook) private readonly book: PosterBook,
    @Inject(Pins) private readonly pins: Pins,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: PosterStepInput): Promise<{ posterId: string }> {
    return this.unitOfWork.once(actor, 'renewPosterPin', input, async tx => {
      const poster = await this.book.own(tx, actor, input.posterId);
      const now = this.clock.now();
      const { pin: before } = await this.pins.of(poster, now);
      let round = poster.round + 1;
      while ((await this.pins.of({ ...poster, round }, now)).pin === before) round++;
      await tx.manager.query('update outreach.poster set pin_round = $2, pin_since = $3, wrong = 0, waits_until = null where id = $1', [
        poster.id,
        round,
        now,
      ]);
      await this.book.write(tx, actor, 'poster:renew-pin', poster);
      return { posterId: poster.id };
    });
  }
}
