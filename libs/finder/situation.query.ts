import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isPosition, UserInputError } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type {
  MapService,
  QuerySituationArgs,
  QueryTimelineArgs,
  QueryToReachArgs,
  ServiceFilter,
  Situation,
  TerritorySilence,
  TimelineEntry,
  ToReachConnection,
} from '#libs/schema';
import { Magnitude } from './magnitude.ts';
import { mapServicesSql } from './map-services.sql.ts';
import { Selections } from './selections.ts';
import type { Statement } from './services.sql.ts';
import { silenceSql, situationSql } from './situation.sql.ts';
import { timelineSql } from './timeline.sql.ts';
import { reachAfter, toReachSql } from './to-reach.sql.ts';

type Filter = ServiceFilter | null | undefined;

const MOST = 200;
const MOST_ENTRIES = 100;

/** What the board shows of a selection: its sums, its map, who is to be called, what changed last. One statement each. */
@Injectable()
export class SituationBoard {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(Selections) private readonly selections: Selections,
    @Inject(Magnitude) private readonly magnitude: Magnitude,
  ) {}

  async situation(actor: Actor, { filter, crisisId }: QuerySituationArgs, wanted: ReadonlySet<string>): Promise<Situation> {
    const asked = await this.selections.of(actor, crisisId == null ? filter : { ...filter, crisisId });
    return this.answer<Situation>(situationSql(asked, wanted));
  }

  async map(actor: Actor, filter: Filter): Promise<MapService[]> {
    const { text, values } = mapServicesSql(await this.selections.of(actor, filter));
    return this.prepared.query<MapService>(text, values, { anew: await this.magnitude.isLarge() });
  }

  async toReach(actor: Actor, { filter, first, after }: QueryToReachArgs, node: ReadonlySet<string>): Promise<ToReachConnection> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const asked = await this.selections.of(actor, filter);
    return this.answer<ToReachConnection>(
      toReachSql(asked, after ? reachAfter(after, asked.now) : null, Math.min(first ?? 50, MOST), node),
    );
  }

  async silence(actor: Actor, filter: Filter): Promise<TerritorySilence[]> {
    return this.answer<TerritorySilence[]>(silenceSql(await this.selections.of(actor, filter)));
  }

  async timeline(actor: Actor, { before, first }: QueryTimelineArgs, node: ReadonlySet<string>): Promise<TimelineEntry[]> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    if (before && !isPosition(before)) throw new UserInputError('This is not a position.');
    const asked = await this.selections.of(actor, null);
    return this.answer<TimelineEntry[]>(timelineSql(asked, before ?? null, Math.min(first ?? 20, MOST_ENTRIES), node));
  }

  private async answer<T>({ text, values }: Statement): Promise<T> {
    const [row] = await this.prepared.query<{ answer: T }>(text, values, { anew: await this.magnitude.isLarge() });
    return row!.answer; // each of these statements answers one row
  }
}
