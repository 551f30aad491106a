import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { Loader } from '#libs/platform';
import type { Answer } from './status-answer.ts';

/** The service-wide status, where a service was reached otherwise than by the hot roots, which bring it along. */
@Injectable()
export class StatusOfService extends Loader<string, Answer> {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  protected async loadAll(serviceIds: readonly string[]) {
    const rows = await this.db.query<{ service_id: string; answer: Answer }[]>(
      'select service_id, answer from status_published.status_at($1) where service_id = any($2) and location_id is null',
      [this.clock.now(), serviceIds],
    );
    return new Map(rows.map(({ service_id, answer }) => [service_id, answer]));
  }
}
