import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A place's word counts while the place is the service's and no newer word on the whole covers it; a plan for a place is told there. */
export class StatusPlaces1795564805000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(placeWordAt);
    await runner.query(statusAt);
  }

  async down(): Promise<void> {
    throw new Error('The answer as it was is in 1795564802000-status-answer.');
  }
}

const placeWordAt = `
  create function status.place_word_at(moment timestamptz)
  returns table (service_id uuid, location_id uuid, report_id uuid, state text)
  language sql stable parallel safe
  begin atomic
    select place.service_id, place.location_id, said.id, said.state
    from status.word_at(moment) place
      join status.report said on said.id = place.report_id
      join directory_published.location still on still.service_id = place.service_id and still.id = place.location_id
      left join status.word_at(moment) whole on whole.service_id = place.service_id and whole.location_id is null
      left join status.report word on word.id = whole.report_id
    where word.id is null or (said.counts_from, said.position) > (word.counts_from, word.position);
  end`;

const note = (word: string) => `case when num_nonnulls(${word}.note_fr, ${word}.note_en) > 0
  then jsonb_build_object('fr', ${word}.note_fr, 'en', ${word}.note_en) end`;

/**
 * As it was, and: what is planned of a place is what will hold there next, said of it or of the whole; a service is mixed only by words
 * that hold on places of its own.
 */
const statusAt = `
  create or replace function status_published.status_at(moment timestamptz)
  returns table (service_id uuid, location_id uuid, found_as text, counts_from timestamptz, "position" text, answer jsonb,
    state text, aging_at timestamptz, stale_at timestamptz)
  language sql stable parallel safe
  begin atomic
    select held.service_id, held.location_id,
      case when word.id is null then 'UNKNOWN' when held.stale_at > moment then word.state end,
      word.counts_from, word.position,
      jsonb_build_object(
        'state', coalesce(word.state, 'UNKNOWN'), 'since', word.counts_from, 'observedAt', word.observed_at,
        'confirmedAt', held.confirmed_at, 'goodUntil', word.good_until, 'source', word.source,
        'heardFrom', case when word.heard_channel is not null
          then jsonb_build_object('channel', word.heard_channel, 'role', word.heard_role) end,
        'freshness', case when word.id is null then null when held.stale_at <= moment then 'STALE'
                          when held.aging_at <= moment then 'AGING' else 'FRESH' end,
        'agingAt', held.aging_at, 'staleAt', held.stale_at,
        'note', ${note('word')},
        'changes', coalesce(to_jsonb(word.changes), '[]'),
        'capacity', word.capacity || jsonb_build_object(
          'agesAt', (word.capacity ->> 'asOf')::timestamptz + interval '4 hours',
          'stale', (word.capacity ->> 'asOf')::timestamptz + interval '4 hours' <= moment),
        'replacementServiceId', word.replacement_service_id,
        'openNow', case when held.location_id is null
          then (select opening.open_during @> moment from directory_published.opening where opening.service_id = held.service_id)
          else (select opening.open_during @> moment from directory_published.opening_at_location opening
                where opening.service_id = held.service_id and opening.location_id = held.location_id) end,
        'contradicted', held.contradicted,
        'planned', (
          select jsonb_build_object('state', said.state, 'takesOverAt', plan.takes_over_at, 'note', ${note('said')})
          from status.planned plan join status.report said on said.id = plan.report_id
          where plan.service_id = held.service_id and (plan.location_id is null or plan.location_id = held.location_id)
            and plan.takes_over_at > moment
          order by plan.takes_over_at, plan.position desc limit 1),
        'mixed', held.location_id is null and exists (
          select from status.place_word_at(moment) place
          where place.service_id = held.service_id and place.state is distinct from word.state)),
      coalesce(word.state, 'UNKNOWN'), held.aging_at, held.stale_at
    from status.word_at(moment) held
      left join status.report word on word.id = held.report_id;
  end`;
