import { Inject, Injectable } from '@nestjs/common';
import { type Actor, UserInputError } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { Place } from '#libs/schema';
import { isNear, ofThatWay, streetNames, whereNamed } from './where-named.ts';

const MOST = 20;
/** More names that look alike are not looked at. */
const LIKE = 60;

interface Found {
  readonly answer: Place;
  /** Plain, with what it is also called. */
  readonly name: string;
}

/** Where somebody may mean by what they type: territories, the streets of addresses that anybody may see, beginnings of postal codes. */
@Injectable()
export class Places {
  constructor(@Inject(Prepared) private readonly prepared: Prepared) {}

  /** Where nothing is called so, what is called nearly so. */
  async like(actor: Actor, text: string, first: number): Promise<Place[]> {
    actor.demand('service:read');
    if (first < 0) throw new UserInputError('`first` cannot be negative.');
    const { postal, names, street, isStreet } = whereNamed(text);
    if (names.length === 0 && postal === null) return [];
    const found = await this.prepared.query<Found>(placesSql, [names, postal, streetNames(street), first]);
    const nearest = found.length > 0 || street.length === 0 ? found : await this.near(street, isStreet);
    return ofThatWay(nearest, text)
      .slice(0, Math.min(first, MOST))
      .map(({ answer }) => answer);
  }

  private async near(words: readonly string[], isStreet: boolean): Promise<Found[]> {
    const rows = await this.prepared.query<Found>(nearSql, [words.join(' '), LIKE, isStreet], { anew: true });
    return rows.filter(({ name }) => isNear(words, name));
  }
}

const territory = (code: string) => `(select jsonb_build_object('code', territory.code, 'kind', territory.kind,
    'name', jsonb_build_object('fr', territory.name_fr, 'en', territory.name_en)) from directory_published.territory where territory.code = ${code})`;

const said = (kind: string, name: string, place: string, latitude: string, longitude: string) =>
  `jsonb_build_object('kind', '${kind}', 'name', ${name}, 'territory', ${place}, 'latitude', ${latitude}, 'longitude', ${longitude})`;

const territories = `
  select directory_published.spaced(name_fr || ' ' || name_en) as spaced,
    ${said('TERRITORY', `jsonb_build_object('fr', name_fr, 'en', name_en)`, territory('named.code'), 'latitude', 'longitude')} as answer
  from directory_published.territory named`;

const street = said(
  'STREET',
  `jsonb_build_object('fr', min(street), 'en', min(street))`,
  territory('max(territory_code)'),
  'avg(latitude)',
  'avg(longitude)',
);

/**
 * $1: a name, plain, as it may be written; $2: what a postal code may begin with; $3: the words of a street without what such are called;
 * $4: how many. A name that begins so goes before one that holds it.
 */
const placesSql = `
  with named as (${territories}), found as (
    select case when spaced like any (select name || '%' from unnest($1::text[]) name) then 0 else 2 end as near, 0 as sort, spaced as name, answer
    from named where ' ' || spaced like any (select '% ' || name || '%' from unnest($1::text[]) name)
    union all
    select 0, 1, prefix, ${said('POSTAL_CODE', `jsonb_build_object('fr', prefix, 'en', prefix)`, 'null::jsonb', 'avg(latitude)', 'avg(longitude)')}
    from directory_published.street where $2::text is not null and prefix like upper($2) || '%' and prefix ~ '^[A-Z][0-9][A-Z]$' group by prefix
    union all
    select case when spaced like any (select name || '%' from unnest($1::text[]) name) then 1 else 3 end, 2, spaced, ${street}
    from directory_published.street
    where spaced like any (select '%' || name || '%' from unnest($3::text[]) name where name <> '')
      and ' ' || spaced like any (select '% ' || name || '%' from unnest($3::text[]) name where name <> '')
    group by spaced, territory_code
  )
  select answer, name from found order by near, sort, length(name), name limit greatest($4, 20)`;

/** $1: words that no name has; $2: how many; $3: of streets only. */
const nearSql = `
  with named as (
    select spaced as name, answer, 0 as sort from (${territories}) each where not $3
    union all
    select spaced, ${street}, 1 from directory_published.street group by spaced, territory_code
  )
  select name, answer from (select *, public.word_similarity($1, name) as near from named) each
  where near >= 0.3 order by near desc, sort, length(name), name limit $2`;
