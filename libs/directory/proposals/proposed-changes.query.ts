import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { idFrom, UserInputError } from '#libs/kernel';
import type { ProposedChange, QueryProposedChangesArgs } from '#libs/schema';

const MOST = 200;

export type ProposedRow = Omit<ProposedChange, 'organization' | 'service' | 'location'> & {
  organizationId: string;
  serviceId: string;
  locationId: string | null;
};

/** `proposedChanges`: the last said first. */
@Injectable()
export class ProposedChanges {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async page({ states, first, after }: QueryProposedChangesArgs) {
    const size = Math.min(first ?? 50, MOST);
    if (size < 0) throw new UserInputError('`first` cannot be negative.');
    if (after != null && !idFrom(after)) throw new UserInputError('This is not a cursor of this list.');
    const wanted = states?.length ? states : ['PROPOSED'];
    const rows = await this.db.query<ProposedRow[]>(
      `${rowsSql} where state = any($1) and ($2::uuid is null or (said_at, id) < (select said_at, id from directory.proposed_change where id = $2))
       order by said_at desc, id desc limit $3`,
      [wanted, after ?? null, size + 1],
    );
    const [{ count }] = await this.db.query<[{ count: number }]>(
      'select count(*)::int as count from directory.proposed_change where state = any($1)',
      [wanted],
    );
    const edges = rows.slice(0, size).map(node => ({ cursor: node.id, node }));
    return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > size }, totalCount: count };
  }

  async one(id: string): Promise<ProposedRow> {
    const [row] = await this.db.query<ProposedRow[]>(`${rowsSql} where id = $1`, [id]);
    return row!; // it was settled a moment ago
  }
}

const rowsSql = `
  select id, organization_id as "organizationId", service_id as "serviceId", location_id as "locationId", kind, present, proposed,
    said_at as "saidAt", said_by as "saidBy", state, settled_at as "settledAt"
  from directory.proposed_change`;
