import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A stem of three letters says too little: « repas » and « répit », HIV and « hiver », pets and « petit » had one each. Such a word stands
 * as it is, but for the sign of its plural.
 */
export class FinderShortStems1795564807100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(stems);
    await runner.query('update directory.service set categories = categories');
  }

  /** What is gathered in these stems would have to be gathered anew. */
  down(): Promise<void> {
    return Promise.reject(new Error('Restore a backup to go back before the stems that services are found by.'));
  }
}

const stemmed = (word: string, language: string) => `(
      select case when length(stem) < 4 and length(${word}) > 3 then regexp_replace(${word}, '[sx]$', '') else stem end
      from (select (ts_lexize('directory.${language}', ${word}))[1] as stem) short)`;

const stemsIn = (
  language: string,
) => `(select coalesce(to_tsvector('pg_catalog.simple', string_agg(${stemmed('word', language)}, ' ' order by place)), '')
      from string_to_table($1, ' ') with ordinality said (word, place))`;

/** What stands between the words, and the weights that are asked of them, are left as they are. */
const askedIn = (language: string) => `(select to_tsquery('pg_catalog.simple', string_agg(
        case when part ~ '^[&|]$' then part else ${stemmed(`split_part(part, ':', 1)`, language)} || substr(part, length(split_part(part, ':', 1)) + 1) end,
        ' ' order by place))
      from string_to_table(one, ' ') with ordinality asked (part, place))`;

const stems = `
  create or replace function directory.stems(text) returns tsvector language sql immutable strict parallel safe
    return ${stemsIn('french')} || ${stemsIn('english')};

  create or replace function directory_published.query_of(groups text[]) returns tsquery language sql immutable strict parallel safe
  begin atomic
    select coalesce(string_agg(case when coalesce(numnode(stemmed), 0) = 0 then '''no word''' else '(' || stemmed::text || ')' end, ' & '), '')::tsquery
    from unnest(groups) one cross join lateral (select ${askedIn('french')} || ${askedIn('english')} as stemmed) each;
  end;
`;
