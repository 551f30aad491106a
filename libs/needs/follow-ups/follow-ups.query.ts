import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import { Settings } from '#libs/platform';
import type { FollowUp, FollowUpConnection, FollowUpFigures, QueryFollowUpsArgs } from '#libs/schema';
import { cursorFrom } from '../contacts/contacts.query.ts';

export type FollowUpRow = Omit<FollowUp, 'territory'> & { territoryCode: string | null };
interface Page {
  totalCount: number;
  edges: { cursor: string; node: FollowUpRow }[];
  pageInfo: FollowUpConnection['pageInfo'];
}

const MOST = 200;

/** `followUps`, one of them, and what came of them. Nothing of who is called. */
@Injectable()
export class FollowUps {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async page(actor: Actor, { done, first, after }: QueryFollowUpsArgs): Promise<Page> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const [at, id] = after ? cursorFrom(after) : [null, null];
    const [row] = await this.db.query<[{ answer: Page }]>(done ? pageOf('done_at', 'desc') : pageOf('next_at', 'asc'), [
      ...[this.clock.now(), actor.accountId, this.settings.limits.keepFollowUpsDays, own(actor)],
      ...[at, id, Math.min(first ?? 50, MOST)],
    ]);
    return row.answer;
  }

  async one(actor: Actor, followUpId: string): Promise<FollowUpRow | null> {
    const [row] = await this.db.query<{ answer: FollowUpRow }[]>(
      `select ${node} as answer from needs.follow_up it where organization_id = any($4) and id = $5`,
      [this.clock.now(), actor.accountId, this.settings.limits.keepFollowUpsDays, own(actor), idFrom(followUpId)],
    );
    return row?.answer ?? null;
  }

  async figures(actor: Actor, since: Date): Promise<FollowUpFigures> {
    const came = (outcome: string, as: string) => `count(*) filter (where outcome = '${outcome}' and done_at >= $2)::int as "${as}"`;
    const [row] = await this.db.query<[FollowUpFigures]>(
      `select count(*) filter (where done_at is null)::int as "toDo", count(*) filter (where done_at is null and due_at < $3)::int as late,
         ${came('HELP_RECEIVED', 'helpReceived')}, ${came('NOT_RECEIVED', 'notReceived')}, ${came('NO_LONGER_NEEDED', 'noLongerNeeded')},
         ${came('UNREACHABLE', 'unreachable')}
       from needs.follow_up where organization_id = any($1)`,
      [own(actor), since, this.clock.now()],
    );
    return row;
  }
}

const own = (actor: Actor): string[] => actor.organizationsFor('person:follow-up') ?? [];
const called = (account: string): string => `(select display_name from identity_published.person where person.id = ${account})`;

/** $1 now, $2 who asks, $3 how many days somebody is known after the end. */
const node = `
  jsonb_build_object('id', it.id, 'group', it.of_group, 'category', it.category, 'kind', it.kind, 'territoryCode', it.territory,
    'promisedAt', it.promised_at, 'promisedByName', ${called('it.promised_by')}, 'dueAt', it.due_at, 'nextAt', it.next_at,
    'claim', case when it.claim_ends_at > $1 then jsonb_build_object('byName', ${called('it.claimed_by')}, 'mine', it.claimed_by = $2::uuid, 'until', it.claim_ends_at) end,
    'tries', (select coalesce(jsonb_agg(jsonb_build_object('at', attempt.at, 'byName', ${called('attempt.by')}, 'outcome', attempt.outcome) order by attempt.id), '[]')
      from needs.follow_up_try attempt where attempt.follow_up_id = it.id),
    'doneAt', it.done_at, 'outcome', it.outcome, 'flagged', it.flagged_contact_id is not null,
    'forgottenAt', coalesce(it.forgotten_at, it.done_at + make_interval(days => $3::int)))`;

const pageOf = (by: 'next_at' | 'done_at', order: 'asc' | 'desc'): string => {
  const state = by === 'next_at' ? 'done_at is null' : 'done_at is not null';
  return `
  with page as (
    select * from needs.follow_up where organization_id = any($4) and ${state}
      and ($5::timestamptz is null or (${by}, id) ${order === 'asc' ? '>' : '<'} ($5, $6::uuid)) order by ${by} ${order}, id ${order} limit $7::int + 1
  ),
  edge as (select page.*, row_number() over (order by ${by} ${order}, id ${order}) as nth from page),
  written as (
    select nth, encode(convert_to(jsonb_build_array(it.${by}, it.id)::text, 'UTF8'), 'base64') as cursor, ${node} as node from edge it where nth <= $7
  )
  select jsonb_build_object('totalCount', (select count(*) from needs.follow_up where organization_id = any($4) and ${state}),
    'edges', coalesce((select jsonb_agg(jsonb_build_object('cursor', cursor, 'node', node) order by nth) from written), '[]'),
    'pageInfo', jsonb_build_object('hasNextPage', (select count(*) from edge) > $7, 'endCursor', (select cursor from written order by nth desc limit 1))) as answer`;
};
