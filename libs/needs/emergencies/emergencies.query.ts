import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import type { Emergency } from '#libs/schema';

const MOST = 100;
const WEEK = 7 * 86_400_000;

/** `emergencies`, and one's own. */
@Injectable()
export class Emergencies {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async latest(actor: Actor, first: number | null | undefined): Promise<Emergency[]> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const rows = await this.db.query<{ node: Emergency }[]>(
      `select ${node} as node from needs.emergency it where organization_id = any($1) and raised_at > $2 order by id desc limit $3`,
      [actor.organizationsFor('person:read-emergency') ?? [], new Date(+this.clock.now() - WEEK), Math.min(first ?? 20, MOST)],
    );
    return rows.map(({ node }) => node);
  }

  /** For who raised it, and for the supervisors of where it was raised. */
  async one(actor: Actor, emergencyId: string): Promise<Emergency | null> {
    const [row] = await this.db.query<{ node: Emergency }[]>(
      `select ${node} as node from needs.emergency it where id = $1 and (raised_by = $2 or organization_id = any($3))`,
      [idFrom(emergencyId), actor.accountId, actor.organizationsFor('person:read-emergency') ?? []],
    );
    return row?.node ?? null;
  }
}

const called = (account: string): string => `(select display_name from identity_published.person where person.id = ${account})`;

const node = `
  jsonb_build_object('id', it.id, 'raisedAt', it.raised_at, 'raisedByName', ${called('it.raised_by')}, 'forgetAt', coalesce(it.forgotten_at, it.forget_at),
    'overAt', it.over_at, 'steps', (select jsonb_agg(jsonb_build_object('step', done.step, 'at', done.at, 'byName', ${called('done.by')},
        'target', (select jsonb_build_object('code', code, 'number', number, 'name', jsonb_build_object('fr', name_fr, 'en', name_en))
          from needs.handover_target where code = done.target)) order by done.id)
      from needs.emergency_step done where done.emergency_id = it.id))`;
