import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { Loader } from '#libs/platform';

/** Whether it is opening hours at a service, for who learns of its word otherwise than from `status_at`. Null: no hours are known. */
@Injectable()
export class OpenNow extends Loader<string, boolean> {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  protected async loadAll(serviceIds: readonly string[]) {
    const rows = await this.db.query<{ id: string; open: boolean }[]>(
      'select service_id as id, open_during @> $1::timestamptz as open from directory_published.opening where service_id = any($2)',
      [this.clock.now(), serviceIds],
    );
    return new Map(rows.map(({ id, open }) => [id, open]));
  }
}
