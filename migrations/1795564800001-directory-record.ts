import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a record says beside its name, its place and its hours: whom to ask, how they like to be asked, how one gets in. */
export class DirectoryRecord1795564800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [facts, contacts, views]) await runner.query(part);
  }

  /** What reads these views by now reads their new columns too. */
  down(): Promise<void> {
    return Promise.reject(new Error('Restore a backup to go back before the records that directory_published tells.'));
  }
}

const facts = `
  alter table directory.organization
    -- how it likes to be asked for news, and when; for those who ask
    add column preferred_channel text check (preferred_channel in ('PHONE', 'EMAIL', 'TEXT', 'VISIT', 'RELAY')),
    add column best_hour time,
    -- who may speak for it
    add column relay_organization_id uuid references directory.organization check (relay_organization_id <> id);
  create index organization_by_relay on directory.organization (relay_organization_id);

  alter table directory.service
    add column alternate_name_fr text check (length(alternate_name_fr) between 1 and 300),
    add column alternate_name_en text check (length(alternate_name_en) between 1 and 300);
  grant insert (alternate_name_fr, alternate_name_en), update (alternate_name_fr, alternate_name_en) on directory.service to fanal_app;
`;

const one = 'num_nonnulls(organization_id, service_id, location_id, service_at_location_id';

/** A contact belongs to exactly one thing, as a phone does; a phone may be a contact's. */
const contacts = `
  create table directory.contact (
    id uuid primary key,
    organization_id        uuid references directory.organization,
    service_id             uuid references directory.service,
    location_id            uuid references directory.location,
    service_at_location_id uuid references directory.service_at_location,
    name          text check (length(name) between 1 and 300),
    title_fr      text check (length(title_fr) <= 300),
    title_en      text check (length(title_en) <= 300),
    department_fr text check (length(department_fr) <= 300),
    department_en text check (length(department_en) <= 300),
    email         text check (length(email) <= 320),
    position      int not null default 0,
    confidential  boolean not null default false,
    check (${one}) = 1)
  );
  create index contact_of_organization on directory.contact (organization_id);
  create index contact_of_service on directory.contact (service_id);
  create index contact_of_location on directory.contact (location_id);
  create index contact_of_service_at_location on directory.contact (service_at_location_id);

  alter table directory.phone
    add column contact_id uuid references directory.contact,
    drop constraint phone_check,
    add constraint phone_has_one_owner check (${one}, contact_id) = 1);
  create index phone_of_contact on directory.phone (contact_id);

  create table directory.accessibility (
    id uuid primary key,
    location_id uuid not null references directory.location,
    description_fr text check (length(description_fr) <= 5000),
    description_en text check (length(description_en) <= 5000),
    details_fr     text check (length(details_fr) <= 5000),
    details_en     text check (length(details_en) <= 5000),
    url            text check (length(url) <= 2000)
  );
  create index accessibility_of_location on directory.accessibility (location_id);

  grant select, insert, update, delete on directory.contact, directory.accessibility to fanal_app;
`;

/** Who joins \`contact\` asks both flags of the row; a service's own contacts and its places', its organization's where it has none. */
const views = `
  create or replace view directory_published.organization as
    select id, name_fr, name_en, kind, sort_name, search_name, confidential,
      description_fr, description_en, url, email, preferred_channel, best_hour, relay_organization_id
    from directory.organization;

  create or replace view directory_published.service as
    select service.id, service.organization_id, service.name_fr, service.name_en, service.sort_name, service.search_name,
      service.description_fr, service.description_en, service.territories, service.located_in, service.serving, service.categories,
      service.languages, service.access, service.confidential or organization.confidential as confidential, service.listing,
      service.alternate_name_fr, service.alternate_name_en, service.eligibility_fr, service.eligibility_en, service.fees_fr, service.fees_en,
      service.url, service.email, service.holiday_rule, service.assured_at, coalesce(service.time_zone, region.time_zone) as time_zone
    from directory.service join directory.organization on organization.id = service.organization_id cross join directory.region
    where service.listing = 'LISTED';

  create view directory_published.contact as
    select service_id, id, name, title_fr, title_en, department_fr, department_en, email, position, confidential from (
      select service.id as service_id, contact.*, min(contact.nearness) over (partition by service.id) as nearest
      from directory.service
        cross join lateral (
          select contact.*, 0 as nearness from directory.contact where contact.service_id = service.id
          union all
          select contact.*, 0 from directory.contact join directory.service_at_location held on held.id = contact.service_at_location_id
            join directory.location on location.id = held.location_id
            where held.service_id = service.id and not location.confidential
          union all
          select contact.*, 0 from directory.contact join directory.location on location.id = contact.location_id
            join directory.service_at_location held on held.location_id = location.id
            where held.service_id = service.id and not location.confidential
          union all
          select contact.*, 1 from directory.contact where contact.organization_id = service.organization_id
        ) contact (id, organization_id, of_service_id, location_id, service_at_location_id, name, title_fr, title_en, department_fr,
          department_en, email, position, confidential, nearness)
    ) known
    where nearness = nearest;

  -- Of a confidential place, or one where only confidential services are, for those who may read one of them.
  create view directory_published.accessibility as
    select accessibility.id, accessibility.location_id, description_fr, description_en, details_fr, details_en, accessibility.url,
      location.confidential or not exists (
        select from directory.service_at_location held join directory_published.service on service.id = held.service_id
        where held.location_id = location.id and not service.confidential) as confidential
    from directory.accessibility join directory.location on location.id = accessibility.location_id;

  grant select on directory_published.contact, directory_published.accessibility to fanal_app;
`;
