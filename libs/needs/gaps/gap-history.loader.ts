import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Localized } from '#libs/kernel';
import { Loader } from '#libs/platform';
import type { GapStep } from '#libs/schema';

type Row = Omit<GapStep, 'by' | 'service' | 'organization'> & {
  readonly organization: GapStep['organization'];
  readonly serviceId: string | null;
  /** What the person is called among the centre's own; null for what the hub did. */
  readonly name: string | null;
  /** What they are called to others. */
  readonly by: Localized;
};

/** What happened to a gap, the latest first; 200 at most. */
@Injectable()
export class HistoryOfGap extends Loader<string, Row[]> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<{ id: string; steps: Row[] }[]>(
      `select asked.id, coalesce(jsonb_agg(said.step order by said.id desc) filter (where said.id is not null), '[]') as steps
       from unnest($1::uuid[]) asked (id) left join lateral (
         select step.id, jsonb_build_object('id', step.id, 'at', step.at, 'step', step.step, 'serviceId', step.service_id, 'answer', step.answer,
           'from', step.from_day, 'quantity', step.quantity, 'unit', step.unit, 'note', step.note, 'otherGapId', step.other_gap_id,
           'organization', (select jsonb_build_object('id', id, 'kind', kind, 'name', jsonb_build_object('fr', name_fr, 'en', name_en))
             from directory_published.organization where id = step.organization_id and not confidential),
           'name', (select display_name from identity_published.person where person.id = step.by_account),
           'by', case
             when step.by_role in ('COUNSELLOR', 'RESEARCHER', 'CENTRE_SUPERVISOR') then jsonb_build_object(
               'fr', '211, poste ' || coalesce(post.number::text, '?'), 'en', '211, desk ' || coalesce(post.number::text, '?'))
             else coalesce((select jsonb_build_object('fr', name_fr, 'en', name_en) from directory_published.organization
               where id = step.by_organization and not confidential), jsonb_build_object('fr', 'Coordination', 'en', 'Coordination')) end) as step
         from needs.gap_step step left join needs.post on post.account_id = step.by_account
         where step.gap_id = asked.id order by step.id desc limit 200
       ) said on true group by asked.id`,
      [ids],
    );
    return new Map(rows.map(({ id, steps }) => [id, steps]));
  }
}
