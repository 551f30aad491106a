import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No row-level security in this room: nothing here is personal; who may see a service is asked when it is read. */
export class StatusReports1795478404000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema status;
      create schema status_published;

      create table status.report (
        id                     uuid primary key,
        position               text collate "C" not null unique,
        service_id             uuid not null references directory.service,
        location_id            uuid references directory.location,
        state                  text not null check (state in ('OPEN', 'LIMITED', 'FULL', 'SUSPENDED', 'RELOCATED', 'CLOSED')),
        changes                text[] not null default '{}'
                               check (changes <@ array['HOURS', 'PLACE', 'MODE', 'CLIENTELE', 'QUANTITY', 'STAFF']),
        note_fr                text check (length(note_fr) <= 500),
        note_en                text check (length(note_en) <= 500),
        reason                 text check (length(reason) <= 500),
        capacity               jsonb check (jsonb_typeof(capacity -> 'available') = 'number' and (capacity ->> 'available')::int >= 0),
        replacement_service_id uuid references directory.service check (replacement_service_id <> service_id),
        observed_at            timestamptz not null,
        effective_from         timestamptz not null,
        counts_from            timestamptz generated always as (greatest(observed_at, effective_from)) stored,
        good_until             timestamptz check (good_until > effective_from and good_until > observed_at),
        source                 text not null check (source in ('PARTNER', 'RESEARCHER', 'COUNSELLOR', 'COORDINATOR', 'LINK', 'RELAY', 'IMPORT')),
        heard_channel          text check (length(heard_channel) <= 100),
        heard_role             text check (heard_role is null or length(heard_role) <= 100 and heard_channel is not null),
        reporter_id            text not null,
        recorded_at            timestamptz not null check (observed_at <= recorded_at)
      );
      create index report_history on status.report (service_id, position desc);
      create trigger report_only_grows before update or delete on status.report for each row execute function platform.refuse_change();
      create trigger report_is_not_emptied before truncate on status.report for each statement execute function platform.refuse_change();

      -- One row per service (no location) and per place that had a word of its own. takes_over_at: the next plan's, if any.
      create table status.current (
        service_id    uuid not null references directory.service,
        location_id   uuid references directory.location,
        report_id     uuid references status.report,
        confirmed_at  timestamptz,
        aging_at      timestamptz,
        stale_at      timestamptz,
        takes_over_at timestamptz,
        unique nulls not distinct (service_id, location_id),
        check ((report_id is null) = (stale_at is null) and (report_id is null) = (aging_at is null) and aging_at <= stale_at),
        check (report_id is not null or confirmed_at is null)
      );
      create index current_to_turn on status.current (least(aging_at, stale_at, takes_over_at));

      -- Each word still to come when it was said, with the instants at which it will age.
      create table status.planned (
        report_id     uuid primary key references status.report,
        service_id    uuid not null,
        location_id   uuid,
        position      text collate "C" not null,
        takes_over_at timestamptz not null,
        aging_at      timestamptz not null,
        stale_at      timestamptz not null check (aging_at <= stale_at)
      );
      create index planned_of_subject on status.planned (service_id, takes_over_at);

      create view status_published.report as
        select id, position, service_id, location_id, state, observed_at, effective_from, good_until, source from status.report;
    `);
    await runner.query(wordAt);
    await runner.query(statusAt);
    await runner.query(`
      grant usage on schema status, status_published to fanal_app;
      grant select, insert on status.report to fanal_app;
      grant select, insert, update, delete on status.current, status.planned to fanal_app;
      grant select on status_published.report to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema status_published cascade; drop schema status cascade');
  }
}

/** The word that holds at a moment: the one kept, or the plan that has taken over since. */
const wordAt = `
  create function status.word_at(moment timestamptz)
  returns table (service_id uuid, location_id uuid, report_id uuid, confirmed_at timestamptz, aging_at timestamptz, stale_at timestamptz)
  language sql stable parallel safe
  begin atomic
    select kept.service_id, kept.location_id, coalesce(turned.report_id, kept.report_id),
      case when turned.report_id is null then kept.confirmed_at end,
      coalesce(turned.aging_at, kept.aging_at), coalesce(turned.stale_at, kept.stale_at)
    from status.current kept
      left join lateral (
        select plan.report_id, plan.aging_at, plan.stale_at from status.planned plan
        where kept.takes_over_at <= moment and plan.service_id = kept.service_id
          and plan.location_id is not distinct from kept.location_id and plan.takes_over_at <= moment
        order by plan.takes_over_at desc, plan.position desc limit 1
      ) turned on true;
  end`;

/**
 * A published view that takes the time: the planner inlines it like one, and the answer is shaped in one place.
 * found_as: the state it counts under; null once it is no longer sure. A place's row says the word on the place alone:
 * whoever reads places compares counts_from and position with the service-wide row.
 */
const statusAt = `
  create function status_published.status_at(moment timestamptz)
  returns table (service_id uuid, location_id uuid, found_as text, counts_from timestamptz, "position" text, answer jsonb)
  language sql stable parallel safe
  begin atomic
    select held.service_id, held.location_id,
      case when word.id is null then 'UNKNOWN' when held.stale_at > moment then word.state end,
      word.counts_from, word.position,
      jsonb_build_object(
        'state', coalesce(word.state, 'UNKNOWN'), 'since', word.counts_from, 'observedAt', word.observed_at,
        'confirmedAt', held.confirmed_at, 'goodUntil', word.good_until, 'source', word.source,
        'freshness', case when word.id is null then null when held.stale_at <= moment then 'STALE'
                          when held.aging_at <= moment then 'AGING' else 'FRESH' end,
        'agingAt', held.aging_at, 'staleAt', held.stale_at,
        'note', case when num_nonnulls(word.note_fr, word.note_en) > 0
                     then jsonb_build_object('fr', word.note_fr, 'en', word.note_en) end,
        'changes', coalesce(to_jsonb(word.changes), '[]'), 'capacity', word.capacity,
        'openNow', null, 'contradicted', false,
        'planned', (
          select jsonb_build_object('state', said.state, 'takesOverAt', plan.takes_over_at,
            'note', case when num_nonnulls(said.note_fr, said.note_en) > 0
                         then jsonb_build_object('fr', said.note_fr, 'en', said.note_en) end)
          from status.planned plan join status.report said on said.id = plan.report_id
          where plan.service_id = held.service_id and plan.location_id is not distinct from held.location_id
            and plan.takes_over_at > moment
          order by plan.takes_over_at, plan.position desc limit 1),
        'mixed', held.location_id is null and exists (
          select from status.word_at(moment) place join status.report said on said.id = place.report_id
          where place.service_id = held.service_id and place.location_id is not null
            and (word.id is null or (said.counts_from, said.position) > (word.counts_from, word.position))
            and said.state is distinct from word.state))
    from status.word_at(moment) held
      left join status.report word on word.id = held.report_id;
  end`;
