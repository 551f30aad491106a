import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';
import type { PosterAnswer } from '#libs/schema';

/** The last ten of each, the latest first. */
@Injectable()
export class AnswersOfPoster extends Loader<string, PosterAnswer[]> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<(PosterAnswer & { posterId: string })[]>(
      `select poster.id as "posterId", said_at as "saidAt", first_name as "firstName", cardinality(services) as services
       from unnest($1::uuid[]) as poster (id) cross join lateral (
         select * from outreach.answer where answer.poster_id = poster.id order by said_at desc, id desc limit 10) last
       order by poster.id, said_at desc, last.id desc`,
      [ids],
    );
    const answers = Map.groupBy(rows, ({ posterId }) => posterId);
    return new Map(ids.map(id => [id, answers.get(id) ?? []]));
  }
}
