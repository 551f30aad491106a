import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { Gap, GapConnection, GapFilter, QueryGapsArgs } from '#libs/schema';
import { may } from '../needs.policies.ts';
import { figures, gapNode } from './gap.sql.ts';

const MOST = 200;
/** A cursor serves as long as those of a list. */
const LONGEST_READ = 3_600_000;

/** What a statement answers of a gap; the rest is resolved from it. */
export type GapRow = Pick<Gap, 'id' | 'kind' | 'kindName' | 'state' | 'count' | 'weight' | 'commitments'> & {
  readonly territoryCode: string;
  readonly crisisId: string | null;
  readonly addressedServiceId: string | null;
};
interface After {
  readonly at: Date;
  readonly uncommitted: boolean;
  readonly value: number;
  readonly id: string;
}

/** `gaps`: one SQL, in the schema's shape. What nobody has committed to first, then by weight. */
@Injectable()
export class Gaps {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async page(actor: Actor, { filter, first, after }: QueryGapsArgs): Promise<GapConnection> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const now = this.clock.now();
    const from = after ? cursorFrom(after, now) : null;
    const [row] = await this.prepared.query<{ answer: GapConnection }>(listSql, [
      ...[from?.at ?? now, may(actor).seeExercises(), ...asked(actor, filter ?? {})],
      ...[from?.uncommitted ?? null, from?.value ?? null, from?.id ?? null, Math.min(first ?? 50, MOST)],
    ]);
    return row!.answer; // the statement answers one row
  }
}

function asked(
  { accountId }: Actor,
  { states, kinds, territories, crisisId, organizationId, organizations, followed }: GapFilter,
): unknown[] {
  const nothing = '00000000-0000-0000-0000-000000000000'; // a malformed id is nobody's
  return [
    states ?? null,
    kinds ?? null,
    territories ?? null,
    crisisId == null ? null : (idFrom(crisisId) ?? nothing),
    organizationId == null && organizations == null ? null : [organizationId, ...(organizations ?? [])].map(id => idFrom(id) ?? nothing),
    followed ? (accountId ?? nothing) : null,
  ];
}

function cursorFrom(cursor: string, now: Date): After {
  try {
    const [at, uncommitted, value, id] = JSON.parse(Buffer.from(cursor, 'base64').toString()) as unknown[];
    const known = typeof id === 'string' && idFrom(id);
    if (
      typeof at === 'string' &&
      Math.abs(+now - Date.parse(at)) <= LONGEST_READ &&
      typeof uncommitted === 'boolean' &&
      typeof value === 'number' &&
      known
    )
      return { at: new Date(at), uncommitted, value, id: known };
  } catch {
    // said below
  }
  throw new UserInputError('This is not a cursor of this list.');
}

const listSql = `
  with recursive within as (
    select code from directory_published.territory where code = any($5::text[])
    union select below.code from within join directory_published.territory below on below.parent = within.code
  ), found as (
    select gap.*, counted.*, weighed.* from needs.gap ${figures('$1::timestamptz')}
    where ($3::text[] is null and gap.state <> 'CLOSED' or gap.state = any($3)) and ($4::text[] is null or gap.kind = any($4))
      and ($5::text[] is null or gap.territory in (select code from within)) and ($6::uuid is null or gap.crisis_id = $6)
      and ($7::uuid[] is null or gap.assigned_organization_id = any($7)
        or exists (select from needs.commitment where commitment.gap_id = gap.id and commitment.organization_id = any($7)))
      and ($8::uuid is null or exists (select from needs.gap_follower follower where follower.gap_id = gap.id and follower.account_id = $8))
      and ($2::boolean or not exists (select from crises_published.crisis where crisis.id = gap.crisis_id and crisis.exercise))
  ), page as (
    select * from found where $9::boolean is null or (not uncommitted, -value, id) > (not $9, -$10::float8, $11::uuid)
    order by not uncommitted, -value, id limit $12::int + 1
  ), edge as (
    select row_number() over (order by not gap.uncommitted, -gap.value, gap.id) as place,
      translate(encode(convert_to(jsonb_build_array($1::timestamptz, gap.uncommitted, gap.value, gap.id)::text, 'UTF8'), 'base64'), e'\\n', '') as cursor,
      ${gapNode.replaceAll('counted.', 'gap.').replaceAll('weighed.', 'gap.')} as node
    from page gap
  )
  select jsonb_build_object('totalCount', (select count(*) from found),
    'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', cursor, 'node', node) order by place) filter (where place <= $12), '[]'),
    'pageInfo', jsonb_build_object('hasNextPage', count(*) > $12, 'endCursor', (select cursor from edge where place <= $12 order by place desc limit 1))) as answer
  from edge`;
