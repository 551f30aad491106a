import { Inject, Injectable } from '@nestjs/common';
import { SelectServices } from '#libs/finder';
import { type Actor, Clock, idFrom, type Localized, UserInputError } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { Call, OrganizationToReach, QueryOrganizationsToReachArgs, ServiceFilter, ServiceToAsk } from '#libs/schema';
import { type ReachAfter, toReachSql } from './to-reach.sql.ts';

const MOST = 200;
/** A cursor serves as long as those of a list. */
const LONGEST_READ = 3_600_000;

export type CallRow = Omit<Call, 'mine'> & { byId: string };
export type ReachRow = Omit<OrganizationToReach, 'organization' | 'services' | 'claim' | 'tries'> & {
  name: Localized;
  services: (Omit<ServiceToAsk, 'service'> & { serviceId: string; name: Localized })[];
  claim: CallRow | null;
  tries: CallRow[];
};
export interface ReachPage {
  edges: { cursor: string; node: ReachRow }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  restingCount: number;
}
type Filter = ServiceFilter | null | undefined;
type Page = { resting: boolean; one?: string; after?: ReachAfter | null; first: number };

/** Whom to call, and one of them. */
@Injectable()
export class OrganizationsToReach {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(SelectServices) private readonly select: SelectServices,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  list(actor: Actor, { filter, resting, first, after }: QueryOrganizationsToReachArgs): Promise<ReachPage> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const from = after ? reachAfter(after, this.clock.now()) : null;
    return this.page(actor, filter, { resting: resting ?? false, after: from, first: Math.min(first ?? 12, MOST) });
  }

  async one(actor: Actor, id: string): Promise<ReachRow | null> {
    const known = idFrom(id);
    if (!known) return null;
    const { edges } = await this.page(actor, { organizations: [known] }, { resting: true, one: known, first: 1 });
    return edges[0]?.node ?? null;
  }

  /** The whole list, by parts, as a file has it. */
  async *all(actor: Actor, filter: Filter): AsyncGenerator<ReachRow[], void> {
    let after: string | null = null;
    do {
      const from: ReachAfter | null = after ? reachAfter(after, this.clock.now()) : null;
      const { edges, pageInfo }: ReachPage = await this.page(actor, filter, { resting: false, after: from, first: MOST });
      yield edges.map(({ node }) => node);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
  }

  private async page(actor: Actor, filter: Filter, { resting, one, after, first }: Page): Promise<ReachPage> {
    const now = this.clock.now();
    const statement = toReachSql({
      selected: await this.select.statement(actor, filter ?? {}),
      now,
      at: after?.at ?? now,
      resting,
      one: one ?? null,
      after: after ?? null,
      first,
    });
    const [row] = await this.prepared.query<{ answer: ReachPage }>(statement.text, statement.values, { anew: true });
    return row!.answer; // the statement answers one row
  }
}

function reachAfter(cursor: string, now: Date): ReachAfter {
  try {
    const [at, score, id] = JSON.parse(Buffer.from(cursor, 'base64').toString()) as unknown[];
    const known = typeof id === 'string' && idFrom(id);
    if (typeof at === 'string' && Math.abs(+now - Date.parse(at)) <= LONGEST_READ && typeof score === 'number' && known)
      return { at: new Date(at), score, id: known };
  } catch {
    // said below
  }
  throw new UserInputError('This is not a cursor of this list.');
}
