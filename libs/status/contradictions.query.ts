import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, idFrom, UserInputError } from '#libs/kernel';
import type { Contradiction, QueryContradictionsArgs } from '#libs/schema';
import { may } from './status.policies.ts';

const MOST = 200;

export type Row = Omit<Contradiction, 'service'> & { serviceId: string };

/** `contradictions`: the latest first. 211 sees all of them; others those that marked the status, of services they may ask about. */
@Injectable()
export class Contradictions {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async run(actor: Actor, { states, first, after }: QueryContradictionsArgs) {
    const size = Math.min(first ?? 50, MOST);
    if (size < 0) throw new UserInputError('`first` cannot be negative.');
    if (after != null && !idFrom(after)) throw new UserInputError('This is not a cursor of this list.');
    const organizations = actor.organizationsFor('contradiction:read');
    const rows = await this.db.transaction(async manager => {
      await manager.query(`select set_config('fanal.reads_contradictions', $1, true)`, [organizations?.join(' ') ?? '*']);
      return manager.query<{ answer: Row; total: string }[]>(contradictionsSql, [
        may(actor).hearContradictions(),
        organizations,
        states ?? null,
        after ?? null,
        size + 1,
      ]);
    });
    const edges = rows.slice(0, size).map(({ answer }) => ({ cursor: answer.id, node: answer }));
    return {
      edges,
      pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > size },
      totalCount: await this.count(actor, organizations, states ?? null),
    };
  }

  private async count(actor: Actor, organizations: string[] | null, states: readonly string[] | null): Promise<number> {
    const [{ count }] = await this.db.query<[{ count: string }]>(`select count(*) ${visible}`, [
      may(actor).hearContradictions(),
      organizations,
      states,
    ]);
    return Number(count);
  }
}

const visible = `
  from status.contradiction said
    join directory_published.service on service.id = said.service_id and not service.confidential
    cross join lateral (select case when said.settled_at is not null then 'SETTLED' when said.answered_at is not null then 'ANSWERED' else 'OPEN' end as state) how
  where ($1 or (said.marked_at is not null and ($2::uuid[] is null or service.organization_id = any($2))))
    and ($3::text[] is null or how.state = any($3))`;

const contradictionsSql = `
  select jsonb_build_object('id', said.id, 'serviceId', said.service_id, 'says', said.says, 'madeAt', said.made_at, 'state', how.state,
    'by', case when said.by_centre then 'CENTRE' when said.made_by = 'anonymous' then 'ANONYMOUS' else 'ACCOUNT' end,
    'marked', said.marked_at is not null, 'settledAt', said.settled_at, 'outcome', said.outcome, 'basis', said.basis,
    'note', (select case when num_nonnulls(note_fr, note_en) > 0 then jsonb_build_object('fr', note_fr, 'en', note_en) end
      from status.contradiction_text where contradiction_id = said.id),
    'settlementNote', (select settlement_note from status.contradiction_text where contradiction_id = said.id)) as answer
  ${visible} and ($4::uuid is null or said.id < $4)
  order by said.id desc limit $5`;
