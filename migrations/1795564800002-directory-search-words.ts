import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words that a service is found by: gathered on its row, so that a search reads one table and its indexes. */
export class DirectorySearchWords1795564800002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [columns, gathering, view]) await runner.query(part);
  }

  /** What reads the view by now reads its new columns too. */
  down(): Promise<void> {
    return Promise.reject(new Error('Restore a backup to go back before the words that services are found by.'));
  }
}

const columns = `
  alter table directory.service
    -- plain: accents, capitals and ligatures make no difference
    add column search_words  text not null default '',
    -- the same words, names before what is around them, that before what is told; no stemming
    add column search_vector tsvector not null default '';
`;

/** The application may not write them. A renamed organization or category touches its services, which gathers theirs anew. */
const gathering = `
  create function directory.gather_words() returns trigger language plpgsql as $$
  declare
    names text := concat_ws(' ', new.name_fr, new.name_en, new.alternate_name_fr, new.alternate_name_en);
    around text := (select concat_ws(' ', name_fr, name_en) from directory.organization where id = new.organization_id);
    kinds text := (select string_agg(concat_ws(' ', name_fr, name_en), ' ' order by position) from directory.category where code = any(new.categories));
    told text := concat_ws(' ', new.description_fr, new.description_en, new.eligibility_fr, new.eligibility_en);
  begin
    names := coalesce(directory_published.plain(names), '');
    around := coalesce(directory_published.plain(concat_ws(' ', around, kinds)), '');
    told := coalesce(directory_published.plain(told), '');
    new.search_words := concat_ws(' ', names, around, told);
    new.search_vector := setweight(to_tsvector('pg_catalog.simple', names), 'A') || setweight(to_tsvector('pg_catalog.simple', around), 'B')
      || setweight(to_tsvector('pg_catalog.simple', told), 'D');
    return new;
  end $$;

  create trigger gather_words before insert or update of name_fr, name_en, alternate_name_fr, alternate_name_en, description_fr, description_en,
      eligibility_fr, eligibility_en, organization_id, categories
    on directory.service for each row execute function directory.gather_words();

  create function directory.gather_words_of_organization() returns trigger language plpgsql as $$
  begin update directory.service set organization_id = organization_id where organization_id = new.id; return null; end $$;
  create trigger gather_words_on_renaming after update of name_fr, name_en on directory.organization
    for each row when ((old.name_fr, old.name_en) is distinct from (new.name_fr, new.name_en))
    execute function directory.gather_words_of_organization();

  create function directory.gather_words_of_category() returns trigger language plpgsql as $$
  begin update directory.service set categories = categories where categories @> array[new.code]; return null; end $$;
  create trigger gather_words_on_renaming after update of name_fr, name_en on directory.category
    for each row execute function directory.gather_words_of_category();

  update directory.service set categories = categories;
  create index service_by_search_words on directory.service using gin (search_words public.gin_trgm_ops);
  create index service_by_search_vector on directory.service using gin (search_vector);
`;

const view = `
  create or replace view directory_published.service as
    select service.id, service.organization_id, service.name_fr, service.name_en, service.sort_name, service.search_name,
      service.description_fr, service.description_en, service.territories, service.located_in, service.serving, service.categories,
      service.languages, service.access, service.confidential or organization.confidential as confidential, service.listing,
      service.alternate_name_fr, service.alternate_name_en, service.eligibility_fr, service.eligibility_en, service.fees_fr, service.fees_en,
      service.url, service.email, service.holiday_rule, service.assured_at, coalesce(service.time_zone, region.time_zone) as time_zone,
      service.search_words, service.search_vector
    from directory.service join directory.organization on organization.id = service.organization_id cross join directory.region
    where service.listing = 'LISTED';
`;
