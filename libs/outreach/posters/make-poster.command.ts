import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { MakePosterInput } from '#libs/schema';
import { PosterBook } from './poster-book.ts';
import { may } from './posters.policies.ts';
import { PosterNotMade } from './posters.refusals.ts';

/** A way to answer for who has no mail: whoever stands at the counter does it with their own telephone. */
@Injectable()
export class MakePoster {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PosterBook) private readonly book: PosterBook,
  ) {}

  run(actor: Actor, input: MakePosterInput): Promise<{ posterId: string }> {
    return this.unitOfWork.once(actor, 'makePoster', input, async tx => {
      const organizationId = await this.demand(tx, actor, idFrom(input.organizationId));
      return { posterId: await this.book.ofOrganization(tx, actor, organizationId) };
    });
  }

  private async demand(tx: Transaction, actor: Actor, id: string | null): Promise<string> {
    if (!may(actor).managePosterOf(id ?? '')) throw new PosterNotMade('POSTER_OF_ANOTHER', 'organizationId');
    const [known] = await tx.manager.query<[{ id: string; confidential: boolean }?]>(
      'select id, confidential from directory_published.organization where id = $1',
      [id],
    );
    if (!known) throw new PosterNotMade('POSTER_ORGANIZATION_NOT_FOUND', 'organizationId');
    if (known.confidential) throw new PosterNotMade('POSTER_PLACE_IS_HIDDEN', 'organizationId'); // a sheet on a wall tells where it is
    return known.id;
  }
}
