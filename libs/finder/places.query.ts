import { Inject, Injectable } from '@nestjs/common';
import { type Actor, UserInputError } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { Place } from '#libs/schema';
import { plain } from './words-asked.ts';

const MOST = 20;
const LONGEST = 100;
/** What many streets are called says nothing of one. */
const ways = new Set([
  'rue',
  'avenue',
  'boulevard',
  'boul',
  'chemin',
  'montee',
  'place',
  'rang',
  'route',
  'street',
  'road',
  'the',
  'des',
  'les',
  'est',
  'ouest',
]);

/** Where somebody may mean by what they type: territories, the streets of addresses that anybody may see, beginnings of postal codes. */
@Injectable()
export class Places {
  constructor(@Inject(Prepared) private readonly prepared: Prepared) {}

  async like(actor: Actor, text: string, first: number): Promise<Place[]> {
    actor.demand('service:read');
    if (first < 0) throw new UserInputError('`first` cannot be negative.');
    const words = plain(text.slice(0, LONGEST)).match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    const postal = /^([a-z]\d[a-z])/.exec(words.join(''))?.[1] ?? (/^[a-z]\d?$/.test(words.join('')) ? words.join('') : null);
    const named = words.filter((word, at) => at > 0 || words.length === 1 || !/^\d+$/.test(word)); // without the number in the street
    const telling = named.some(word => word.length > 2 && !ways.has(word));
    const rows = await this.prepared.query<{ answer: Place }>(placesSql, [named.join(' '), postal, telling, Math.min(first, MOST)]);
    return rows.map(({ answer }) => answer);
  }
}

const territory = (code: string) => `(select jsonb_build_object('code', territory.code, 'kind', territory.kind,
    'name', jsonb_build_object('fr', territory.name_fr, 'en', territory.name_en)) from directory_published.territory where territory.code = ${code})`;

const said = (kind: string, name: string, place: string, latitude: string, longitude: string) =>
  `jsonb_build_object('kind', '${kind}', 'name', ${name}, 'territory', ${place}, 'latitude', ${latitude}, 'longitude', ${longitude})`;

/** $1: plain words with a space between; $2: what a postal code may begin with; $3: whether they may tell a street. A name that begins so goes before one that holds it. */
const placesSql = `
  with named as (
    select ' ' || directory_published.spaced(name_fr || ' ' || name_en) as spaced, * from directory_published.territory
  ), found as (
    select case when spaced like ' ' || $1 || '%' then 0 else 2 end as near, 0 as sort, spaced as name,
      ${said('TERRITORY', `jsonb_build_object('fr', name_fr, 'en', name_en)`, territory('named.code'), 'latitude', 'longitude')} as answer
    from named where spaced like '% ' || $1 || '%'
    union all
    select 0, 1, prefix, ${said('POSTAL_CODE', `jsonb_build_object('fr', prefix, 'en', prefix)`, 'null::jsonb', 'avg(latitude)', 'avg(longitude)')}
    from directory_published.street where $2::text is not null and prefix like upper($2) || '%' and prefix ~ '^[A-Z][0-9][A-Z]$' group by prefix
    union all
    select case when (' ' || spaced) like ' ' || $1 || '%' then 1 else 3 end, 2, spaced,
      ${said('STREET', `jsonb_build_object('fr', min(street), 'en', min(street))`, territory('max(territory_code)'), 'avg(latitude)', 'avg(longitude)')}
    from directory_published.street where $3 and spaced like '%' || $1 || '%' and (' ' || spaced) like '% ' || $1 || '%' group by spaced, territory_code
  )
  select answer from found order by near, sort, length(name), name limit $4`;
