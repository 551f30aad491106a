import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import type { QueryRoundEntriesArgs, Round, RoundEntry } from '#libs/schema';

export type RoundRow = Omit<Round, 'givenBy'> & { giverId: string };

const MOST = 200;
const MOST_ROUNDS = 100;
const mayCall = (actor: Actor): string[] => actor.organizationsFor('person:call-round') ?? [];

/** `rounds` and their entries. Nothing of who is on them. */
@Injectable()
export class Rounds {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async all(actor: Actor, closed: boolean): Promise<RoundRow[]> {
    const rows = await this.db.query<{ node: RoundRow }[]>(
      `select ${roundNode} as node from needs.round it where organization_id = any($2) and (closed_at is not null) = $3 order by id desc limit ${MOST_ROUNDS}`,
      [this.clock.now(), mayCall(actor), closed],
    );
    return rows.map(({ node }) => node);
  }

  async one(actor: Actor, roundId: string): Promise<RoundRow | null> {
    const [row] = await this.db.query<{ node: RoundRow }[]>(
      `select ${roundNode} as node from needs.round it where organization_id = any($2) and id = $3`,
      [this.clock.now(), mayCall(actor), idFrom(roundId)],
    );
    return row?.node ?? null;
  }

  entries(actor: Actor, { roundId, states, first, afterPlace }: QueryRoundEntriesArgs): Promise<RoundEntry[]> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const own = actor.organizationsFor('person:open-round') ?? [];
    const asked = [idFrom(roundId), states ?? null, afterPlace ?? 0, Math.min(first ?? 50, MOST)];
    return this.read(
      actor,
      own,
      'entry.round_id = $4 and ($5::text[] is null or entry.state = any($5)) and place > $6 order by place limit $7',
      asked,
    );
  }

  async entry(actor: Actor, entryId: string | null): Promise<RoundEntry | null> {
    if (!entryId) return null;
    const [entry] = await this.read(actor, mayCall(actor), 'entry.id = $4', [idFrom(entryId)]);
    return entry ?? null;
  }

  async mine(actor: Actor, roundId: string): Promise<RoundEntry | null> {
    const [entry] = await this.read(
      actor,
      mayCall(actor),
      'entry.round_id = $4 and entry.claimed_by = $2 and entry.claim_ends_at > $1 limit 1',
      [idFrom(roundId)],
    );
    return entry ?? null;
  }

  private async read(
    { accountId }: Actor,
    organizations: readonly string[],
    which: string,
    asked: readonly unknown[],
  ): Promise<RoundEntry[]> {
    const rows = await this.db.query<{ node: RoundEntry }[]>(
      `select ${entryNode} as node from needs.round_entry entry join needs.round on round.id = entry.round_id
       where round.organization_id = any($3) and ${which}`,
      [this.clock.now(), accountId, organizations, ...asked],
    );
    return rows.map(({ node }) => node);
  }
}

const counted = (which: string): string => `count(*) filter (where ${which})`;

/** $1: now. */
const roundNode = `
  jsonb_build_object('id', it.id, 'name', it.name, 'giverId', it.given_by, 'legalBasis', it.legal_basis,
    'script', jsonb_build_object('fr', it.script_fr, 'en', it.script_en), 'tries', it.tries, 'openedAt', it.opened_at, 'endsAt', it.ends_at,
    'closedAt', it.closed_at,
    'certificate', case when it.closed_at is not null then jsonb_build_object('destroyed', it.destroyed, 'at', it.closed_at, 'why', it.destroyed_why) end,
    'progress', (select jsonb_build_object('total', count(*), 'waiting', ${counted(`state = 'WAITING'`)},
        'ready', ${counted(`state = 'WAITING' and next_at <= $1 and coalesce(claim_ends_at, '-infinity') <= $1`)},
        'safe', ${counted(`outcome = 'SAFE'`)}, 'needsHelp', ${counted(`outcome = 'NEEDS_HELP'`)}, 'refused', ${counted(`outcome = 'REFUSED'`)},
        'wrongNumber', ${counted(`outcome = 'WRONG_NUMBER'`)}, 'visitRequested', ${counted(`state = 'VISIT_REQUESTED'`)})
      from needs.round_entry where round_id = it.id))`;

/** $1: now; $2: who asks. */
const entryNode = `
  jsonb_build_object('id', entry.id, 'roundId', entry.round_id, 'place', entry.place, 'state', entry.state, 'outcome', entry.outcome,
    'tries', entry.tries, 'nextAt', entry.next_at, 'settledAt', entry.settled_at,
    'claim', case when entry.claim_ends_at > $1 then jsonb_build_object('mine', entry.claimed_by = $2::uuid, 'until', entry.claim_ends_at,
      'byName', (select display_name from identity_published.person where person.id = entry.claimed_by)) end)`;
