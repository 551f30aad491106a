import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';
import type { CallRow } from './organizations-to-reach.query.ts';
import { callJson } from './to-reach.sql.ts';

/** A call as it stands now. */
@Injectable()
export class CallById extends Loader<string, CallRow> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<{ call: CallRow }[]>(`select ${callJson} as call from outreach.call where id = any($1)`, [ids]);
    return new Map(rows.map(({ call }) => [call.id, call]));
  }
}
