import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Loader } from '#libs/platform';
import { may } from '../needs.policies.ts';
import { figures, gapNode } from './gap.sql.ts';
import type { GapRow } from './gaps.query.ts';

/** A gap as it stands, for whoever was told its id and may know of it. */
@Injectable()
export class GapById extends Loader<string, GapRow & { exercise: boolean }> {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  /** Null for one that is unknown, or of an exercise of others. */
  async seen(actor: Actor, gapId: string): Promise<GapRow | null> {
    const id = idFrom(gapId);
    const gap = id ? await this.load(id) : null;
    return gap && may(actor).seeGap(gap) ? gap : null;
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<{ gap: GapRow & { exercise: boolean } }[]>(
      `select ${gapNode} || jsonb_build_object('exercise', coalesce(crisis.exercise, false)) as gap
       from needs.gap left join crises_published.crisis on crisis.id = gap.crisis_id ${figures('$2::timestamptz')} where gap.id = any($1)`,
      [ids, this.clock.now()],
    );
    return new Map(rows.map(({ gap }) => [gap.id, gap]));
  }
}
