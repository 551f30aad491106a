import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';
import type { Boundary } from './boundary.ts';

/** Long ones: loaded only where they are asked for. */
@Injectable()
export class BoundaryOfTerritory extends Loader<string, Boundary> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(codes: readonly string[]) {
    const rows = await this.db.query<{ code: string; boundary: Boundary }[]>(
      'select code, boundary from directory.territory where code = any($1) and boundary is not null',
      [codes],
    );
    return new Map(rows.map(({ code, boundary }) => [code, boundary]));
  }
}
