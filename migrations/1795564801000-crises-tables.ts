import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Crises and what belongs to them. No row-level security: nothing here is personal; an exercise is hidden where it is read. */
export class CrisesTables1795564801000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [tables, belongings, published, freshFor, rights]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop schema crises_published cascade;
      drop table crises.need_kind, crises.mission, crises.emergency, crises.freshness_rule, crises.phase_change, crises.area, crises.crisis,
        crises.phase_rule;
      drop function crises.gravity(text)`);
  }
}

const phase = (name: string) => `${name} text not null check (${name} in ('WATCH', 'ALERT', 'RESPONSE', 'RECOVERY', 'CLOSED'))`;

const texts = (longest: number) => `
  name_fr text check (length(name_fr) between 1 and ${longest}),
  name_en text check (length(name_en) between 1 and ${longest}),
  check (num_nonnulls(name_fr, name_en) > 0)`;

const tables = `
  create schema crises_published;

  create table crises.crisis (
    id         uuid primary key,
    nature     text not null check (length(nature) between 1 and 100),
    -- those that matter to it; none: all of them
    categories text[] not null default '{}',
    exercise   boolean not null default false,
    opened_at  timestamptz not null,
    closed_at  timestamptz check (closed_at >= opened_at),
    opened_by  text not null,
    ${texts(300)}
  );
  create index crisis_by_opening on crises.crisis (opened_at desc);

  create table crises.area (
    id             uuid primary key,
    crisis_id      uuid not null references crises.crisis,
    territory_code text not null references directory.territory,
    ${phase('phase')},
    lead_organization_id uuid references directory.organization,
    unique (crisis_id, territory_code),
    unique (crisis_id, id)
  );
  create index area_running on crises.area (territory_code) where phase <> 'CLOSED';

  -- from_phase: null where the area was opened in its first phase.
  create table crises.phase_change (
    id         uuid primary key,
    crisis_id  uuid not null references crises.crisis,
    area_id    uuid not null references crises.area,
    from_phase text check (from_phase in ('WATCH', 'ALERT', 'RESPONSE', 'RECOVERY', 'CLOSED')),
    ${phase('to_phase')},
    reason     text check (length(reason) between 1 and 1000),
    changed_at timestamptz not null,
    changed_by text not null,
    check (from_phase is distinct from to_phase),
    check (from_phase is null or reason is not null)
  );
  create index phase_change_of_crisis on crises.phase_change (crisis_id, id);
  create trigger phase_change_only_grows before update or delete on crises.phase_change
    for each row execute function platform.refuse_change();
  create trigger phase_change_is_not_emptied before truncate on crises.phase_change
    for each statement execute function platform.refuse_change();
`;

const belongings = `
  -- What a crisis begins with.
  create table crises.phase_rule (
    phase     text primary key check (phase in ('WATCH', 'ALERT', 'RESPONSE', 'RECOVERY')),
    fresh_for interval not null check (fresh_for > interval '0')
  );
  insert into crises.phase_rule (phase, fresh_for)
    values ('WATCH', interval '14 days'), ('ALERT', interval '72 hours'), ('RESPONSE', interval '24 hours'), ('RECOVERY', interval '7 days');

  -- No category: all those that matter to the crisis.
  create table crises.freshness_rule (
    crisis_id uuid not null references crises.crisis,
    phase     text not null references crises.phase_rule,
    category  text references directory.category,
    fresh_for interval not null check (fresh_for > interval '0'),
    unique nulls not distinct (crisis_id, phase, category)
  );

  -- A local state of emergency. Renewed, it is declared anew: the one that ran is ended by it.
  create table crises.emergency (
    id          uuid primary key,
    area_id     uuid not null references crises.area,
    declared_at timestamptz not null,
    until_at    timestamptz not null check (until_at > declared_at and until_at <= declared_at + interval '10 days'),
    ended_at    timestamptz check (ended_at >= declared_at),
    declared_by text not null
  );
  create unique index emergency_running on crises.emergency (area_id) where ended_at is null;

  create table crises.mission (
    crisis_id       uuid not null references crises.crisis,
    organization_id uuid not null references directory.organization,
    position        int not null,
    ${texts(200)},
    primary key (crisis_id, organization_id, position)
  );

  -- Kinds of need of its own, for the time it lasts.
  create table crises.need_kind (
    crisis_id uuid not null references crises.crisis,
    code      text not null check (code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
    position  int not null,
    ${texts(200)},
    primary key (crisis_id, code)
  );
`;

const published = `
  -- RESPONSE first: of several phases, the one that a crisis shows.
  create function crises.gravity(phase text) returns int language sql immutable strict parallel safe
    return array_position(array['RESPONSE', 'ALERT', 'RECOVERY', 'WATCH', 'CLOSED'], phase);

  create view crises_published.area as
    select area.id, area.crisis_id, area.territory_code, area.phase, area.lead_organization_id,
      running.declared_at as emergency_declared_at, running.until_at as emergency_until
    from crises.area left join crises.emergency running on running.area_id = area.id and running.ended_at is null;

  create view crises_published.crisis as
    select crisis.id, crisis.name_fr, crisis.name_en, crisis.nature, crisis.categories, gravest.phase, crisis.exercise,
      crisis.opened_at, crisis.closed_at
    from crises.crisis cross join lateral (
      select area.phase from crises.area where area.crisis_id = crisis.id order by crises.gravity(area.phase) limit 1
    ) gravest;

  create view crises_published.need_kind as select crisis_id, code, name_fr, name_en, position from crises.need_kind;
`;

/** The strictest of the standing rule and those of every crisis that runs, no exercise, where and for what a service is. */
const freshFor = `
  create function crises_published.fresh_for(territories text[], categories text[]) returns interval language sql stable parallel safe
  begin atomic
    select least(
      (select standing.fresh_for from crises.standing_rule standing),
      (select min(rule.fresh_for)
       from crises.area
         join crises.crisis on crisis.id = area.crisis_id and not crisis.exercise
         join crises.freshness_rule rule on rule.crisis_id = crisis.id and rule.phase = area.phase
       where area.phase <> 'CLOSED' and area.territory_code = any(fresh_for.territories)
         and case when rule.category is null then crisis.categories = '{}' or crisis.categories && fresh_for.categories
                  else rule.category = any(fresh_for.categories) end));
  end;
`;

const rights = `
  grant usage on schema crises_published to fanal_app;
  grant select on all tables in schema crises_published to fanal_app;
  grant select, insert on crises.crisis, crises.area, crises.phase_change, crises.emergency, crises.need_kind to fanal_app;
  grant select on crises.phase_rule to fanal_app;
  grant update (closed_at) on crises.crisis to fanal_app;
  grant update (phase) on crises.area to fanal_app;
  grant update (ended_at) on crises.emergency to fanal_app;
  grant select, insert, update, delete on crises.freshness_rule, crises.mission to fanal_app;
`;
