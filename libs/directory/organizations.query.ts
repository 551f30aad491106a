import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, idFrom, UserInputError } from '#libs/kernel';
import type { Organization, OrganizationConnection } from '#libs/schema';

const MOST = 200;

/** `organizations` and `organization`: a confidential one is for those who may read its confidential records. */
@Injectable()
export class Organizations {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async page(actor: Actor, text: string | null | undefined, first: number, after?: string | null): Promise<OrganizationConnection> {
    if (first < 0) throw new UserInputError('`first` cannot be negative.');
    const [name, id] = after ? cursorFrom(after) : [null, null];
    const trusted = actor.organizationsFor('service:read-confidential');
    const [row] = await this.db.query<[{ answer: OrganizationConnection }]>(pageSql, [
      trusted,
      text?.replaceAll('\0', '').trim() || null,
      name,
      id,
      Math.min(first, MOST),
    ]);
    return row.answer;
  }

  /** Null for one that is unknown, or that the caller may not see. */
  async one(actor: Actor, id: string): Promise<Organization | null> {
    const known = idFrom(id);
    if (!known) return null;
    const [row] = await this.db.query<{ answer: Organization }[]>(
      `select ${node} as answer from directory_published.organization where ${visible} and id = $2`,
      [actor.organizationsFor('service:read-confidential'), known],
    );
    return row?.answer ?? null;
  }
}

function cursorFrom(cursor: string): [name: string, id: string] {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64').toString()) as unknown[];
    const known = typeof id === 'string' && idFrom(id);
    if (typeof name === 'string' && !name.includes('\0') && known) return [name, known];
  } catch {
    // said below
  }
  throw new UserInputError('This is not a cursor of this list.');
}

const visible = '(not organization.confidential or $1::uuid[] is null or organization.id = any($1))';

const node = `jsonb_build_object('id', organization.id, 'kind', organization.kind,
  'name', jsonb_build_object('fr', organization.name_fr, 'en', organization.name_en))`;

const pageSql = `
  with found as (
    select * from directory_published.organization
    where ${visible}
      and ($2::text is null
        or search_name like '%' || regexp_replace(directory_published.plain($2), '([\\\\%_])', '\\\\\\1', 'g') || '%')
  ), page as (
    select * from found where $3::text is null or (sort_name, id) > ($3, $4::uuid) order by sort_name, id limit $5::int + 1
  ), edge as (
    select row_number() over (order by sort_name, id) as place, ${node} as node,
      translate(encode(convert_to(jsonb_build_array(sort_name, id)::text, 'UTF8'), 'base64'), e'\\n', '') as cursor
    from page organization
  )
  select jsonb_build_object(
    'totalCount', (select count(*) from found),
    'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', cursor, 'node', node) order by place) filter (where place <= $5), '[]'),
    'pageInfo', jsonb_build_object('hasNextPage', count(*) > $5,
      'endCursor', (select cursor from edge where place <= $5 order by place desc limit 1))
  ) as answer
  from edge`;
