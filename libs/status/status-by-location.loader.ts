import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { Loader } from '#libs/platform';
import { type Answer, NEVER_SAID } from './status-answer.ts';

/** Of each place of a service: its own word, or the service-wide one where that is newer, and what will hold there next. By the place's id. */
@Injectable()
export class StatusByLocation extends Loader<string, Map<string, Answer>> {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  protected async loadAll(serviceIds: readonly string[]) {
    const rows = await this.db.query<{ service_id: string; location_id: string; answer: Answer | null }[]>(statusByLocation, [
      this.clock.now(),
      serviceIds,
    ]);
    const places = new Map(serviceIds.map(id => [id, new Map<string, Answer>()]));
    for (const { service_id, location_id, answer } of rows) places.get(service_id)?.set(location_id, answer ?? NEVER_SAID);
    return places;
  }
}

const statusByLocation = `
  with said as (select * from status_published.status_at($1) where service_id = any($2))
  select place.service_id, place.id as location_id,
    case when standing.report_id is not null then own.answer else whole.answer end
      || jsonb_build_object('mixed', false, 'openNow', opening.open_during @> $1::timestamptz,
           'planned', coalesce(own.answer, whole.answer) -> 'planned',
           'contradicted', coalesce(whole.answer -> 'contradicted', 'false')) as answer
  from directory_published.location place
    left join directory_published.opening_at_location opening on opening.service_id = place.service_id and opening.location_id = place.id
    left join status.place_word_at($1) standing on standing.service_id = place.service_id and standing.location_id = place.id
    left join said own on own.service_id = place.service_id and own.location_id = place.id
    left join said whole on whole.service_id = place.service_id and whole.location_id is null
  where place.service_id = any($2)`;
