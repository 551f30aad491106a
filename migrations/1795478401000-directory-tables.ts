import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The directory, in the shape of HSDS 3: what is offered, by whom, where, for whom. No row-level security: what is
 * confidential here is an address or a record, decided per reader when it is read, not personal data.
 */
export class DirectoryTables1795478401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [plainText, region, organizations, services, places, phones, rights]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema directory_published cascade; drop schema directory cascade');
  }
}

/** unaccent and pg_trgm are trusted extensions: a managed database lets its owner make them. */
const plainText = `
  create schema directory;
  create schema directory_published;
  create extension if not exists unaccent schema public;
  create extension if not exists pg_trgm schema public;

  -- How names are compared: accents, capitals and ligatures make no difference. The dictionary is named, so the answer never changes.
  create function directory_published.plain(text) returns text language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));
`;

/** Where a record comes from; imports find it again by the two together. */
const provenance = `
  source      text not null default 'fanal' check (length(source) between 1 and 100),
  source_id   text not null check (length(source_id) between 1 and 500),
  assured_at  date,
  recorded_at timestamptz not null default now(),
  changed_at  timestamptz not null default now()`;

const confidential = `
  confidential        boolean not null default false,
  confidential_reason text check (length(confidential_reason) <= 500),
  check (confidential = (confidential_reason is not null))`;

const name = (longest: number) => `
  name_fr text check (length(name_fr) between 1 and ${longest}),
  name_en text check (length(name_en) between 1 and ${longest})`;

const description = `
  description_fr text check (length(description_fr) <= 20000),
  description_en text check (length(description_en) <= 20000)`;

const contactable = `
  url   text check (length(url) <= 2000),
  email text check (length(email) <= 320)`;

const languages = `languages text[] not null default '{}'
          check (array_to_string(languages, ' ') ~ '^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*( |$))*$')`;

const onEarth = `
  latitude  double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180)`;

const region = `
  create table directory.region (
    only_one             boolean primary key default true check (only_one),
    name_fr              text not null,
    name_en              text not null,
    time_zone            text not null default 'America/Toronto',
    languages            text[] not null default '{fr,en}' check (cardinality(languages) > 0),
    language_attestation boolean not null default false,
    -- what a map shows at first
    west double precision not null, south double precision not null, east double precision not null, north double precision not null,
    check (west < east and south < north)
  );

  create table directory.territory (
    code      text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name_fr   text not null,
    name_en   text not null,
    kind      text not null check (kind in ('PROVINCE', 'CMM', 'MRC', 'MUNICIPALITY', 'NEIGHBOURHOOD')),
    parent    text references directory.territory check (parent <> code),
    -- its heart: where people who name it mean
    latitude  double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180)
  );
  create index territory_by_parent on directory.territory (parent);

  create table directory.category (
    code     text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name_fr  text not null,
    name_en  text not null,
    position int not null unique
  );
`;

const organizations = `
  create table directory.organization (
    id uuid primary key,
    ${name(300)},
    ${description},
    kind text not null default 'COMMUNITY' check (kind in ('COMMUNITY', 'MUNICIPAL', 'POLICE', 'HEALTH', 'HUMANITARIAN', 'SCHOOL',
      'HOUSING', 'FUNDER', 'REFERENCE_CENTRE', 'OTHER')),
    ${contactable},
    ${confidential},
    ${provenance},
    sort_name   text collate "C" generated always as (directory_published.plain(coalesce(name_fr, name_en))) stored,
    search_name text generated always as (directory_published.plain(coalesce(name_fr, '') || ' ' || coalesce(name_en, ''))) stored,
    check (num_nonnulls(name_fr, name_en) > 0),
    unique (source, source_id)
  );
  create index organization_by_name on directory.organization (sort_name, id);
  create index organization_by_words on directory.organization using gin (search_name public.gin_trgm_ops);
`;

const services = `
  create table directory.service (
    id uuid primary key,
    organization_id uuid not null references directory.organization,
    ${name(300)},
    ${description},
    listing text not null default 'LISTED' check (listing in ('LISTED', 'UNLISTED')),
    access text[] not null default '{}' check (access <@ array['WALK_IN', 'PHONE_FIRST', 'REFERRAL_ONLY', 'EXISTING_CLIENTS']),
    ${languages},
    eligibility_fr text check (length(eligibility_fr) <= 5000),
    eligibility_en text check (length(eligibility_en) <= 5000),
    fees_fr text check (length(fees_fr) <= 5000),
    fees_en text check (length(fees_en) <= 5000),
    ${contactable},
    ${confidential},
    ${provenance},
    sort_name   text collate "C" generated always as (directory_published.plain(coalesce(name_fr, name_en))) stored,
    search_name text generated always as (directory_published.plain(coalesce(name_fr, '') || ' ' || coalesce(name_en, ''))) stored,
    -- gathered from its places, areas and categories by triggers; the application may not write them
    located_in  text[] not null default '{}',
    serving     text[] not null default '{}',
    territories text[] not null default '{}',
    categories  text[] not null default '{}',
    check (num_nonnulls(name_fr, name_en) > 0),
    unique (source, source_id)
  );
  create index service_by_name on directory.service (sort_name, id) where listing = 'LISTED';
  create index service_by_words on directory.service using gin (search_name public.gin_trgm_ops);
  create index service_of_organization on directory.service (organization_id);
  create index service_by_territory on directory.service using gin (territories);
  create index service_by_category on directory.service using gin (categories);

  create table directory.service_category (
    service_id uuid not null references directory.service,
    category   text not null references directory.category,
    primary key (service_id, category)
  );
`;

const places = `
  create table directory.location (
    id uuid primary key,
    organization_id uuid references directory.organization,
    name_fr text check (length(name_fr) between 1 and 300),
    name_en text check (length(name_en) between 1 and 300),
    address_1      text check (length(address_1) <= 300),
    address_2      text check (length(address_2) <= 300),
    city           text check (length(city) <= 100),
    state_province text check (length(state_province) <= 100),
    postal_code    text check (length(postal_code) <= 20),
    country        text not null default 'CA' check (country ~ '^[A-Z]{2}$'),
    ${onEarth},
    -- x is east, y is north, as in GeoJSON
    point point generated always as (point(longitude, latitude)) stored,
    territory_code text references directory.territory,
    ${confidential},
    ${provenance},
    check ((latitude is null) = (longitude is null)),
    unique (source, source_id)
  );
  create index location_by_point on directory.location using gist (point);
  create index location_by_territory on directory.location (territory_code);

  create table directory.service_at_location (
    id uuid primary key,
    service_id  uuid not null references directory.service,
    location_id uuid not null references directory.location,
    unique (service_id, location_id)
  );
  create index service_at_location_by_location on directory.service_at_location (location_id);

  -- A territory of ours, or words and, one day, a geometry.
  create table directory.service_area (
    id uuid primary key,
    service_id     uuid not null references directory.service,
    territory_code text references directory.territory,
    name           text check (length(name) <= 300),
    extent         text,
    extent_type    text check (length(extent_type) <= 50),
    check (num_nonnulls(territory_code, name, extent) > 0)
  );
  create index service_area_by_service on directory.service_area (service_id);
  create index service_area_by_territory on directory.service_area (territory_code);
`;

/** A phone belongs to exactly one thing, as in HSDS. */
const phones = `
  create table directory.phone (
    id uuid primary key,
    organization_id        uuid references directory.organization,
    service_id             uuid references directory.service,
    location_id            uuid references directory.location,
    service_at_location_id uuid references directory.service_at_location,
    number         text not null check (length(number) between 1 and 50),
    extension      text check (length(extension) <= 20),
    description_fr text check (length(description_fr) <= 500),
    description_en text check (length(description_en) <= 500),
    position       int not null default 0,
    confidential   boolean not null default false,
    check (num_nonnulls(organization_id, service_id, location_id, service_at_location_id) = 1)
  );
  create index phone_of_organization on directory.phone (organization_id);
  create index phone_of_service on directory.phone (service_id);
  create index phone_of_location on directory.phone (location_id);
  create index phone_of_service_at_location on directory.phone (service_at_location_id);
`;

const rights = `
  grant usage on schema directory, directory_published to fanal_app;
  grant execute on function directory_published.plain(text) to fanal_app;
  grant select on all tables in schema directory to fanal_app;
  grant update on directory.region to fanal_app;
  grant insert, update, delete on directory.organization, directory.service_category, directory.location, directory.service_at_location,
    directory.service_area, directory.phone to fanal_app;
  grant delete on directory.service to fanal_app;
  -- all but what the triggers gather
  do $$
  declare columns text;
  begin
    select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
    where attrelid = 'directory.service'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and attname not in ('located_in', 'serving', 'territories', 'categories');
    execute format('grant insert (%1$s), update (%1$s) on directory.service to fanal_app', columns);
  end $$;
`;
