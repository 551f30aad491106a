import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { idFrom, UserInputError } from '#libs/kernel';
import { Settings } from '#libs/platform';
import type { QueryRoutingProblemsArgs, RoutingProblem, RoutingProblemConnection } from '#libs/schema';

export type ProblemRow = Omit<RoutingProblem, 'territory'> & { territoryCode: string | null };
interface Page {
  totalCount: number;
  edges: { cursor: string; node: ProblemRow }[];
  pageInfo: RoutingProblemConnection['pageInfo'];
}

const MOST = 200;

/** `routingProblems`, and one of them. Nothing of who called. */
@Injectable()
export class RoutingProblems {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async page({ states, first, after }: Partial<QueryRoutingProblemsArgs>): Promise<Page> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const from = after ? idFrom(Buffer.from(after, 'base64').toString()) : null;
    if (after && !from) throw new UserInputError('This is not a cursor of this list.');
    const values = [states ?? null, from, Math.min(first ?? 50, MOST), this.settings.limits.keepRoutingCallersDays];
    const [row] = await this.db.query<[{ answer: Page }]>(page, values);
    return row.answer;
  }

  async one(problemId: string): Promise<ProblemRow | null> {
    const [row] = await this.db.query<{ answer: ProblemRow }[]>(
      `select ${problemJson('$2')} as answer from lines.routing_problem problem where id = $1`,
      [idFrom(problemId), this.settings.limits.keepRoutingCallersDays],
    );
    return row?.answer ?? null;
  }
}

const problemJson = (days: string) => `
  jsonb_build_object('id', problem.id, 'lineCode', problem.line_code, 'state', problem.state, 'company', problem.company,
    'device', problem.device, 'territoryCode', problem.territory_code, 'happenedAt', problem.happened_at, 'whatHappened', problem.what_happened,
    'reportedAt', problem.reported_at, 'closedAt', problem.closed_at,
    'forgottenAt', coalesce(problem.forgotten_at, problem.closed_at + make_interval(days => ${days}::int)),
    'steps', (select coalesce(jsonb_agg(jsonb_build_object('state', step.state, 'at', step.at, 'note', step.note,
        'byName', (select display_name from identity_published.person where 'account:' || person.id = step.by)) order by step.id), '[]')
      from lines.routing_step step where step.problem_id = problem.id))`;

/** Ids are dense in time: the newest has the greatest. */
const page = `
  with found as materialized (select id from lines.routing_problem where $1::text[] is null or state = any($1)),
  edge as (
    select problem.*, row_number() over (order by problem.id desc) as place from lines.routing_problem problem
    where problem.id in (select id from found where $2::uuid is null or id < $2 order by id desc limit $3::int + 1)
  )
  select jsonb_build_object('totalCount', (select count(*) from found),
    'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', encode(convert_to(problem.id::text, 'UTF8'), 'base64'), 'node', ${problemJson('$4')})
      order by place) filter (where place <= $3), '[]'),
    'pageInfo', jsonb_build_object('hasNextPage', count(*) > $3,
      'endCursor', encode(convert_to((min(problem.id::text) filter (where place <= $3)), 'UTF8'), 'base64'))) as answer
  from edge problem`;
