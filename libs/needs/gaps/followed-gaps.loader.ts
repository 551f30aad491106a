import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';

/** Whether somebody follows a gap, of `gap account`. */
@Injectable()
export class FollowedGaps extends Loader<string, boolean> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(keys: readonly string[]) {
    const asked = keys.map(key => key.split(' '));
    const rows = await this.db.query<{ key: string }[]>(
      `select gap_id || ' ' || account_id as key from needs.gap_follower
       where (gap_id, account_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
      [asked.map(([gap]) => gap), asked.map(([, account]) => account)],
    );
    return new Map(rows.map(({ key }) => [key, true]));
  }
}
