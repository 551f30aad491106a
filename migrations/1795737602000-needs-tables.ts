import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people ask the 211 for. No name, number or address is kept: a contact is a profile. A gap's figures are counted by triggers from the
 * needs that stand in it, so that neither can say otherwise.
 */
export class NeedsTables1795737602000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [kinds, contacts, gaps, needs, counted, steps, drafts, rights]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema needs cascade; drop schema needs_published cascade');
  }
}

const oneOf = (name: string, values: string) =>
  `${name} in (${values
    .split(' ')
    .map(value => `'${value}'`)
    .join(', ')})`;
const UNMET_REASONS =
  'NO_SERVICE FULL CLOSED NOT_ELIGIBLE TOO_FAR TOO_EXPENSIVE LANGUAGE WAITING_LIST HOURS NO_ANSWER NO_TRANSPORT NO_DOCUMENTS DIGITAL ACCESSIBILITY UNSAFE REFUSED_BY_CALLER OTHER';
const UNITS = 'HOUSEHOLD MEAL BASKET TRIP NIGHT MASK HOUR';
const STATES = 'OPEN ACKNOWLEDGED ASSIGNED ADDRESSED CLOSED REOPENED';

const kinds = `
  create schema needs;
  create schema needs_published;
  grant usage on schema needs, needs_published to fanal_app;

  create table needs.kind (
    code     text primary key check (code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
    name_fr  text not null,
    name_en  text not null,
    category text references directory.category,
    -- where its gaps are gathered: by former town, or for the whole city
    level    text not null check (level in ('NEIGHBOURHOOD', 'MUNICIPALITY')),
    unit     text not null check (${oneOf('unit', UNITS)}),
    words    text[] not null,
    position int not null unique
  );

  create table needs.handover_target (
    code     text primary key,
    number   text,
    name_fr  text not null,
    name_en  text not null,
    position int not null unique
  );

  -- « 211, poste 4 »: what a counsellor is called to whoever is not of the 211.
  create table needs.post (
    account_id uuid primary key references identity.account,
    number     int not null generated always as identity unique
  );
`;

const contacts = `
  create table needs.contact (
    id             uuid primary key,
    kind           text not null check (${oneOf('kind', 'NEED INFORMATION OFFER PARTNER MEDIA SILENT HANG_UP WRONG_NUMBER ABUSIVE TEST')}),
    line           text not null check (${oneOf('line', 'PHONE_211 CHAT_211 TEXT_211 EMAIL_211 WALK_IN')}),
    caller_is      text not null check (${oneOf('caller_is', 'SELF RELATIVE NEIGHBOUR PROFESSIONAL')}),
    person_present boolean,
    called_before  boolean,
    started_at     timestamptz not null,
    ended_at       timestamptz not null check (ended_at >= started_at),
    language       text not null check (length(language) between 2 and 35),
    interpreted    boolean not null,
    gender         text not null check (${oneOf('gender', 'WOMAN MAN NON_BINARY OTHER UNKNOWN')}),
    age_group      text not null check (${oneOf('age_group', 'AGE_0_12 AGE_13_17 AGE_18_24 AGE_25_34 AGE_35_49 AGE_50_64 AGE_65_74 AGE_75_PLUS UNKNOWN')}),
    municipality   text references directory.territory,
    neighbourhood  text references directory.territory,
    postal_prefix  text check (postal_prefix ~ '^[A-Z][0-9][A-Z]$'),
    crisis_id      uuid references crises.crisis,
    recorded_at    timestamptz not null,
    recorded_by    uuid references identity.account,
    -- where it was written down; with its id there, what is sent twice is one
    source         text not null default 'DESK' check (length(source) between 1 and 60),
    source_id      text check (length(source_id) between 1 and 200),
    unique (source, source_id)
  );
  create index contact_by_end on needs.contact (ended_at desc, id desc);
  create index contact_of_account on needs.contact (recorded_by, ended_at desc);
  create index contact_of_crisis on needs.contact (crisis_id) where crisis_id is not null;

  create table needs.handover (
    id         uuid primary key,
    contact_id uuid not null references needs.contact,
    target     text not null references needs.handover_target,
    mode       text not null check (${oneOf('mode', 'WARM NUMBER_GIVEN CALLED_FOR')}),
    basis      text not null check (${oneOf('basis', 'CONSENT SERIOUS_RISK')}),
    result     text not null check (${oneOf('result', 'TAKEN NO_ANSWER DROPPED REFUSED')}),
    at         timestamptz not null
  );
  create index handover_of_contact on needs.handover (contact_id);
  -- the register that the law asks where nobody consented
  create index handover_of_risk on needs.handover (at desc, id desc) where basis = 'SERIOUS_RISK';
`;

const gaps = `
  create table needs.gap (
    id                       uuid primary key,
    crisis_id                uuid references crises.crisis,
    kind                     text not null check (kind ~ '^[A-Z][A-Z0-9_]{0,49}$'),
    territory                text not null references directory.territory,
    state                    text not null check (${oneOf('state', STATES)}),
    -- requests, not people; counted from the needs
    count                    int not null default 0 check (count >= 0),
    -- requests of who had not called for it before
    households               int not null default 0 check (households between 0 and count),
    opened_at                timestamptz not null,
    opened_by                uuid references identity.account,
    last_at                  timestamptz not null,
    state_at                 timestamptz not null,
    assigned_organization_id uuid references directory.organization,
    addressed_service_id     uuid references directory.service,
    learned                  text check (length(learned) between 1 and 2000),
    closed_at                timestamptz,
    -- the one that it was joined to
    merged_into              uuid references needs.gap check (merged_into <> id),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((merged_into is not null) <= (state = 'CLOSED')),
    check ((state = 'ASSIGNED') <= (assigned_organization_id is not null))
  );
  create unique index gap_open on needs.gap (crisis_id, kind, territory) nulls not distinct where state <> 'CLOSED';
  create index gap_closed on needs.gap (crisis_id, kind, territory, closed_at desc) where state = 'CLOSED';
  create index gap_of_organization on needs.gap (assigned_organization_id) where assigned_organization_id is not null;
`;

const needs = `
  create table needs.need (
    id           uuid primary key,
    contact_id   uuid not null references needs.contact,
    place        int not null check (place >= 0),
    category     text not null references directory.category,
    kind         text not null check (kind ~ '^[A-Z][A-Z0-9_]{0,49}$'),
    outcome      text not null check (${oneOf('outcome', 'MET PARTLY_MET UNMET')}),
    unmet_reason text check (${oneOf('unmet_reason', UNMET_REASONS)}),
    note         text check (length(note) between 1 and 2000),
    gap_id       uuid references needs.gap,
    -- of its contact, so that a gap is read without it
    at           timestamptz not null,
    vulnerable   boolean not null,
    first_time   boolean not null,
    check ((outcome = 'MET') <= (unmet_reason is null)),
    check ((gap_id is not null) <= (outcome <> 'MET' and unmet_reason is distinct from 'REFUSED_BY_CALLER')),
    unique (contact_id, place)
  );
  create index need_of_gap on needs.need (gap_id, at) where gap_id is not null;
  create index need_by_time on needs.need (at, kind);

  -- A need pointed to a service, with the status that the counsellor saw.
  create table needs.reference (
    need_id    uuid not null references needs.need,
    service_id uuid not null references directory.service,
    at         timestamptz not null,
    state      text not null check (${oneOf('state', 'OPEN LIMITED FULL SUSPENDED RELOCATED CLOSED UNKNOWN')}),
    stale      boolean not null,
    primary key (need_id, service_id)
  );
  create index reference_of_service on needs.reference (service_id, at);
`;

const counted = `
  create function needs.count_needs() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if tg_op = 'UPDATE' and old.gap_id is not null then
      update needs.gap set count = count - 1, households = households - old.first_time::int where id = old.gap_id;
    end if;
    if new.gap_id is not null then
      update needs.gap set count = count + 1, households = households + new.first_time::int, last_at = greatest(last_at, new.at) where id = new.gap_id;
    end if;
    return null;
  end $$;
  create trigger need_is_counted after insert or update of gap_id on needs.need for each row execute function needs.count_needs();
  create trigger need_is_kept before delete on needs.need for each row execute function platform.refuse_change();
`;

const steps = `
  -- What happened to a gap, by whom; only grows.
  create table needs.gap_step (
    id              uuid primary key,
    gap_id          uuid not null references needs.gap,
    at              timestamptz not null,
    step            text not null check (${oneOf('step', 'OPENED ACKNOWLEDGED ASSIGNED ANSWERED COMMITTED DELIVERED RELEASED ADDRESSED CLOSED REOPENED COMMENTED MERGED SPLIT')}),
    by_account      uuid references identity.account,
    -- the role by which, and the organization in which it was held then
    by_role         text,
    by_organization uuid references directory.organization,
    organization_id uuid references directory.organization,
    service_id      uuid references directory.service,
    other_gap_id    uuid references needs.gap,
    answer          text check (${oneOf('answer', 'CAN PARTLY CANNOT')}),
    from_day        date,
    quantity        int check (quantity > 0),
    unit            text check (${oneOf('unit', UNITS)}),
    note            text check (length(note) between 1 and 2000)
  );
  create index step_of_gap on needs.gap_step (gap_id, id);
  create trigger step_only_grows before update or delete on needs.gap_step for each row execute function platform.refuse_change();

  create table needs.commitment (
    id              uuid primary key,
    gap_id          uuid not null references needs.gap,
    organization_id uuid not null references directory.organization,
    quantity        int not null check (quantity between 1 and 1000000),
    -- as it was said, capitals or not
    unit            text not null check (${oneOf('upper(unit)', UNITS)}),
    per             text not null check (${oneOf('per', 'ONCE DAY WEEK')}),
    until           date,
    delivered       int not null default 0 check (delivered >= 0),
    made_at         timestamptz not null,
    released_at     timestamptz,
    release_reason  text check (length(release_reason) between 1 and 2000),
    check ((released_at is null) = (release_reason is null))
  );
  create index commitment_of_gap on needs.commitment (gap_id);
  create index commitment_of_organization on needs.commitment (organization_id) where released_at is null;

  -- No organization holds more than this, so that none keeps others from giving.
  create table needs.commitment_limit (
    crisis_id uuid references crises.crisis,
    unit      text not null check (${oneOf('unit', UNITS)}),
    most      int not null check (most > 0),
    set_at    timestamptz not null,
    set_by    uuid references identity.account,
    unique nulls not distinct (crisis_id, unit)
  );

  create table needs.gap_follower (
    gap_id     uuid not null references needs.gap,
    account_id uuid not null references identity.account,
    since      timestamptz not null,
    primary key (gap_id, account_id)
  );
`;

const drafts = `
  -- A call as it goes: a browser that crashes loses nothing.
  create table needs.draft (
    id         uuid primary key,
    account_id uuid not null references identity.account,
    body       jsonb not null check (jsonb_typeof(body) = 'object' and octet_length(body::text) <= 65536),
    begun_at   timestamptz not null,
    changed_at timestamptz not null
  );
  create index draft_of_account on needs.draft (account_id, changed_at desc);
`;

const rights = `
  grant select, insert on all tables in schema needs to fanal_app;
  revoke insert on needs.kind, needs.handover_target from fanal_app;
  revoke insert on needs.gap from fanal_app;
  grant insert (id, crisis_id, kind, territory, state, opened_at, opened_by, last_at, state_at) on needs.gap to fanal_app;
  grant update (state, state_at, assigned_organization_id, addressed_service_id, learned, closed_at, merged_into) on needs.gap to fanal_app;
  grant update (gap_id) on needs.need to fanal_app;
  grant update (delivered, released_at, release_reason) on needs.commitment to fanal_app;
  grant update (most, set_at, set_by) on needs.commitment_limit to fanal_app;
  grant delete on needs.gap_follower, needs.draft to fanal_app;
  grant update (body, changed_at) on needs.draft to fanal_app;

  create view needs_published.gap as
    select id, crisis_id, kind, territory, state, count, households, opened_at, last_at, state_at, assigned_organization_id, addressed_service_id, closed_at
    from needs.gap;
  create view needs_published.need as
    select need.id, need.contact_id, need.category, need.kind, need.outcome, need.unmet_reason, need.gap_id, need.at, contact.line, contact.language,
      contact.gender, contact.age_group, contact.municipality, contact.neighbourhood, contact.crisis_id, contact.kind as contact_kind
    from needs.need join needs.contact on contact.id = need.contact_id;
  create view needs_published.reference as select need_id, service_id, at from needs.reference;
  grant select on all tables in schema needs_published to fanal_app;
`;
