import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { QueryServicesArgs, Service, ServiceConnection } from '#libs/schema';
import type { ExportAsked } from './export-filter.ts';
import { Magnitude } from './magnitude.ts';
import { type After, cursorFrom, rankingOf } from './ranking.ts';
import { Selections } from './selections.ts';
import { type Statement, serviceSql, servicesSql, type Wanted } from './services.sql.ts';

const MOST = 200;
const PART = 2_000;

/** `services` and `service`: one statement each that answers in the shape of the schema, over what directory and status publish. */
@Injectable()
export class Services {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Selections) private readonly selections: Selections,
    @Inject(Magnitude) private readonly magnitude: Magnitude,
  ) {}

  async page(
    actor: Actor,
    { filter, sort, first, after: cursor }: QueryServicesArgs,
    wanted: Omit<Wanted, 'first'>,
  ): Promise<ServiceConnection> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const after = cursor ? cursorFrom(cursor, this.clock.now()) : null;
    const asked = await this.selections.of(actor, filter);
    const ranking = after ?? rankingOf(asked, sort);
    const shown = { ...wanted, first: Math.min(first ?? 50, MOST) };
    const statement = servicesSql(asked, ranking, after, shown, await this.magnitude.isLarge());
    const page = (await this.answer<ServiceConnection>(statement))!;
    return { ...page, correctedText: page.edges.length > 0 ? asked.corrected : null };
  }

  /** The whole of a list, in its order, by parts. */
  async *all<Node extends Service>(
    actor: Actor,
    { filter, sort }: Pick<ExportAsked, 'filter' | 'sort'>,
    node: ReadonlySet<string>,
  ): AsyncGenerator<Node[], void> {
    const asked = await this.selections.of(actor, filter);
    let after: After | null = null;
    for (let more = true; more;) {
      const part = { node, total: false, facets: false, first: PART };
      const statement: Statement = servicesSql(asked, after ?? rankingOf(asked, sort), after, part, await this.magnitude.isLarge());
      const { edges, pageInfo }: ServiceConnection = (await this.answer<ServiceConnection>(statement))!;
      yield edges.map(edge => edge.node as Node); // as it is asked for
      more = pageInfo.hasNextPage;
      if (more) after = cursorFrom(pageInfo.endCursor!, this.clock.now());
    }
  }

  /** Null for one that is unknown, or that the caller may not see. */
  async one(actor: Actor, id: string, fields: ReadonlySet<string>): Promise<Service | null> {
    const known = idFrom(id);
    return known ? this.answer<Service>(serviceSql(await this.selections.of(actor, null), known, fields)) : null;
  }

  private async answer<T>({ text, values, anew = false }: Statement): Promise<T | null> {
    const [row] = await this.prepared.query<{ answer: T }>(text, values, { anew });
    return row?.answer ?? null;
  }
}
