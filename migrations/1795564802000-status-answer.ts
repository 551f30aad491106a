import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a status says beside its word: the hours, a mark of contradiction, a capacity that ages, who replaces, who was heard. */
export class StatusAnswer1795564802000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Marked for everybody to see: somebody says otherwise. Of the service as a whole.
      alter table status.current add column contradicted boolean not null default false,
        add constraint contradicted_as_a_whole check (location_id is null or not contradicted);
      create index current_to_take_over on status.current (takes_over_at) where takes_over_at is not null;
    `);
    await runner.query('drop function status_published.status_at(timestamptz); drop function status.word_at(timestamptz)');
    await runner.query(wordAt);
    await runner.query(statusAt);
    await runner.query('grant execute on function status_published.status_at(timestamptz) to fanal_app');
  }

  async down(): Promise<void> {
    throw new Error('The answer as it was is in 1795478404000-status-reports.');
  }
}

/** The word that holds at a moment: the one kept, or the plan that has taken over since. */
const wordAt = `
  create function status.word_at(moment timestamptz)
  returns table (service_id uuid, location_id uuid, report_id uuid, confirmed_at timestamptz, aging_at timestamptz, stale_at timestamptz,
    contradicted boolean)
  language sql stable parallel safe
  begin atomic
    select kept.service_id, kept.location_id, coalesce(turned.report_id, kept.report_id),
      case when turned.report_id is null then kept.confirmed_at end,
      coalesce(turned.aging_at, kept.aging_at), coalesce(turned.stale_at, kept.stale_at), kept.contradicted
    from status.current kept
      left join lateral (
        select plan.report_id, plan.aging_at, plan.stale_at from status.planned plan
        where kept.takes_over_at <= moment and plan.service_id = kept.service_id
          and plan.location_id is not distinct from kept.location_id and plan.takes_over_at <= moment
        order by plan.takes_over_at desc, plan.position desc limit 1
      ) turned on true;
  end`;

const note = (word: string) => `case when num_nonnulls(${word}.note_fr, ${word}.note_en) > 0
  then jsonb_build_object('fr', ${word}.note_fr, 'en', ${word}.note_en) end`;

/**
 * As it was, and: openNow is about hours alone, null where none are known; a capacity ages four hours after it was counted,
 * whatever the word does; found_as is null once the word is no longer sure, state is not.
 */
const statusAt = `
  create function status_published.status_at(moment timestamptz)
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
          where plan.service_id = held.service_id and plan.location_id is not distinct from held.location_id
            and plan.takes_over_at > moment
          order by plan.takes_over_at, plan.position desc limit 1),
        'mixed', held.location_id is null and exists (
          select from status.word_at(moment) place join status.report said on said.id = place.report_id
          where place.service_id = held.service_id and place.location_id is not null
            and (word.id is null or (said.counts_from, said.position) > (word.counts_from, word.position))
            and said.state is distinct from word.state)),
      coalesce(word.state, 'UNKNOWN'), held.aging_at, held.stale_at
    from status.word_at(moment) held
      left join status.report word on word.id = held.report_id;
  end`;
