import { Inject, Injectable } from '@nestjs/common';
import { type Actor, UserInputError } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { Suggestion } from '#libs/schema';
import { commonWords, plain } from './words-asked.ts';

const MOST = 20;
const LONGEST = 100;
const WORDS = 3;

/** What somebody may look for by what they type: categories, common words of the synonyms, services and organizations by name. */
@Injectable()
export class Suggestions {
  constructor(@Inject(Prepared) private readonly prepared: Prepared) {}

  async like(actor: Actor, text: string, first: number): Promise<Suggestion[]> {
    if (first < 0) throw new UserInputError('`first` cannot be negative.');
    const typed = (plain(text.slice(0, LONGEST)).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    if (!typed) return [];
    const size = Math.min(first, MOST);
    const rows = await this.prepared.query<{ answer: Suggestion }>(suggestionsSql, [
      typed,
      actor.organizationsFor('service:read-confidential'),
      size,
    ]);
    const found = rows.map(({ answer }) => answer);
    const words = commonWords(typed, WORDS).map(word => ({ kind: 'WORDS' as const, text: { fr: word, en: word } }));
    const kinds = found.filter(({ kind }) => kind === 'CATEGORY');
    return [...kinds, ...words, ...found.filter(({ kind }) => kind !== 'CATEGORY')].slice(0, size);
  }
}

const localized = `jsonb_build_object('fr', name_fr, 'en', name_en)`;

/** $1: plain words with a space between. The index on plain names narrows by the first of them; a name that begins so goes first. */
const suggestionsSql = `
  with found as (
    select 0 as sort, 0 as near, position::text as name, jsonb_build_object('kind', 'CATEGORY', 'text', ${localized}, 'categoryCode', code) as answer
    from directory_published.category
    where ' ' || directory_published.spaced(name_fr) like '% ' || $1 || '%' or ' ' || directory_published.spaced(name_en) like '% ' || $1 || '%'
    union all
    (select 1, case when directory_published.spaced(service.search_name) like $1 || '%' then 0 else 1 end as near, service.sort_name as name,
       jsonb_build_object('kind', 'SERVICE', 'text', ${localized}, 'serviceId', service.id)
     from directory_published.service
     where (not service.confidential or $2::uuid[] is null or service.organization_id = any($2))
       and service.search_name like '%' || split_part($1, ' ', 1) || '%' and ' ' || directory_published.spaced(service.search_name) like '% ' || $1 || '%'
     order by near, length(service.sort_name), service.sort_name limit $3)
    union all
    (select 2, case when directory_published.spaced(organization.search_name) like $1 || '%' then 0 else 1 end as near, organization.sort_name as name,
       jsonb_build_object('kind', 'ORGANIZATION', 'text', ${localized}, 'organizationId', organization.id)
     from directory_published.organization
     where (not organization.confidential or $2::uuid[] is null or organization.id = any($2))
       and organization.search_name like '%' || split_part($1, ' ', 1) || '%' and ' ' || directory_published.spaced(organization.search_name) like '% ' || $1 || '%'
     order by near, length(organization.sort_name), organization.sort_name limit $3)
  )
  select answer from found order by sort, near, name limit 3 * $3`;
