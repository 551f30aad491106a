import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a service is found by when words are asked: gathered on its row, in the stems of both languages. */
export class FinderWords1795564803000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [stems, gathering, streets, standing]) await runner.query(part);
  }

  /** What is gathered in stems would have to be gathered anew. */
  down(): Promise<void> {
    return Promise.reject(new Error('Restore a backup to go back before the stems that services are found by.'));
  }
}

/** No stop words: an English one may be a French word. Who asks leaves out what says nothing. */
const stems = `
  create text search dictionary directory.french (template = pg_catalog.snowball, language = french);
  create text search dictionary directory.english (template = pg_catalog.snowball, language = english);
  create text search configuration directory.french (copy = pg_catalog.simple);
  create text search configuration directory.english (copy = pg_catalog.simple);
  alter text search configuration directory.french alter mapping for asciiword, word, numword with directory.french;
  alter text search configuration directory.english alter mapping for asciiword, word, numword with directory.english;

  -- Plain words with a space between: hyphens, apostrophes and whatever else stands between letters make no difference.
  create function directory_published.spaced(text) returns text language sql immutable strict parallel safe
    return trim(regexp_replace(directory_published.plain($1), '[^[:alnum:]]+' collate "pg_c_utf8", ' ', 'g'));

  -- A text may hold both languages, and nobody has said which: each word stands under its stem in either.
  create function directory.stems(text) returns tsvector language sql immutable strict parallel safe
    return to_tsvector('directory.french'::regconfig, $1) || to_tsvector('directory.english'::regconfig, $1);

  -- Each of the groups, and of each group any: the groups are written as to_tsquery reads them. One without a word is found nowhere.
  create function directory_published.query_of(groups text[]) returns tsquery language sql immutable strict parallel safe
  begin atomic
    select coalesce(string_agg(case when numnode(stemmed) = 0 then '''no word''' else '(' || stemmed::text || ')' end, ' & '), '')::tsquery
    from unnest(groups) one
      cross join lateral (select to_tsquery('directory.french'::regconfig, one) || to_tsquery('directory.english'::regconfig, one) as stemmed) each;
  end;
  grant execute on function directory_published.spaced(text), directory_published.query_of(text[]) to fanal_app;
`;

/**
 * Its names weigh most, then its organization's and its categories', then what is said of it, then the names of where it is and serves:
 * those of a confidential place from its municipality up, as the row itself has them.
 */
const gathering = `
  create or replace function directory.gather_words() returns trigger language plpgsql as $$
  declare
    names text := directory_published.spaced(concat_ws(' ', new.name_fr, new.name_en, new.alternate_name_fr, new.alternate_name_en));
    around text := directory_published.spaced(concat_ws(' ',
      (select concat_ws(' ', name_fr, name_en) from directory.organization where id = new.organization_id),
      (select string_agg(concat_ws(' ', name_fr, name_en), ' ' order by position) from directory.category where code = any(new.categories))));
    told text := directory_published.spaced(concat_ws(' ', new.description_fr, new.description_en, new.eligibility_fr, new.eligibility_en));
    places text := directory_published.spaced(concat_ws(' ', (select string_agg(distinct concat_ws(' ', name_fr, nullif(name_en, name_fr)), ' ')
      from directory.territory where code = any(new.territories) and kind in ('MUNICIPALITY', 'NEIGHBOURHOOD'))));
  begin
    new.search_words := concat_ws(' ', names, around, told);
    new.search_vector := setweight(directory.stems(names), 'A') || setweight(directory.stems(around), 'B')
      || setweight(directory.stems(told), 'C') || setweight(directory.stems(places), 'D');
    return new;
  end $$;

  drop trigger gather_words on directory.service;
  create trigger gather_words before insert or update of name_fr, name_en, alternate_name_fr, alternate_name_en, description_fr, description_en,
      eligibility_fr, eligibility_en, organization_id, categories, territories
    on directory.service for each row execute function directory.gather_words();

  create function directory.gather_words_of_territory() returns trigger language plpgsql as $$
  begin update directory.service set categories = categories where territories @> array[new.code]; return null; end $$;
  create trigger gather_words_on_renaming after update of name_fr, name_en on directory.territory
    for each row when ((old.name_fr, old.name_en) is distinct from (new.name_fr, new.name_en))
    execute function directory.gather_words_of_territory();

  update directory.service set categories = categories;
`;

/** Of addresses that anybody may know, without the number that stands before the street's name. */
const streets = `
  create function directory.street(address text) returns text language sql immutable strict parallel safe
    return trim(regexp_replace(address, '^[0-9]+[0-9a-zA-Z-]*,? +', ''));
  create function directory.plain_street(address text) returns text language sql immutable strict parallel safe
    return directory_published.spaced(directory.street(address));
  create index location_by_street on directory.location using gin (directory.plain_street(address_1) public.gin_trgm_ops);
  create index location_by_postal_code on directory.location (upper(left(postal_code, 3)) text_pattern_ops);

  create view directory_published.street as
    select location.id, directory.street(location.address_1) as street, directory.plain_street(location.address_1) as spaced,
      upper(left(location.postal_code, 3)) as prefix, location.latitude, location.longitude, location.territory_code
    from directory.location
    where not location.confidential and location.latitude is not null and exists (
      select from directory_published.location shown where shown.id = location.id and not shown.confidential);

  grant select on directory_published.street to fanal_app;
  grant execute on function directory.street(text), directory.plain_street(text) to fanal_app;
`;

/** How each service stands as a whole, and nothing more: what counting and ranking ask of all of them. */
const standing = `
  create function status_published.standing_at(moment timestamptz)
  returns table (service_id uuid, state text, stale boolean, stale_at timestamptz) language sql stable parallel safe as $$
    select held.service_id, coalesce(word.state, 'UNKNOWN'), word.id is not null and held.stale_at <= moment, held.stale_at
    from status.word_at(moment) held left join status.report word on word.id = held.report_id
    where held.location_id is null
  $$;

  -- How a service stood before each change of its status, and after.
  create view status_published.change as
    select position, occurred_at, kind, subject as service_id, payload -> 'before' -> 'status' as before, payload -> 'after' -> 'status' as after
    from platform.event where kind in ('service-status-reported', 'service-status-confirmed', 'service-status-turned');

  grant select on status_published.change to fanal_app;
`;
