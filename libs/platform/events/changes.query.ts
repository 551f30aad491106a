import { Inject, Injectable } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Position, UserInputError } from '#libs/kernel';
import type { QueryChangesArgs } from '#libs/schema';
import { CurrentActor } from '../graphql/current-actor.ts';
import { kindOf, type Logged } from './event.ts';
import { EventLog } from './event-log.ts';
import { StillTold } from './still-told.ts';

const MOST = 500;
const READ_AT_ONCE = 1_000;
/** A page ends here even when it is not full: a caller who may see little must not read the whole log in one request. */
const LONGEST_READ = 20_000;

/** `changes`: the log by paging, limited to what the caller may see. */
@Injectable()
export class Changes {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(StillTold) private readonly still: StillTold,
  ) {}

  async run(actor: Actor, first: number, after?: Position | null) {
    if (first < 0) throw new UserInputError('`first` cannot be negative.');
    const size = Math.min(first, MOST);
    const seen: Logged[] = [];
    let reached = after ?? null;
    let more = true;
    for (let read = 0; more && seen.length < size && read < LONGEST_READ; read += READ_AT_ONCE) {
      const page = await this.log.page(reached, READ_AT_ONCE);
      const wanted = (await this.told(page, actor)).slice(0, size - seen.length);
      seen.push(...wanted);
      const full = seen.length === size;
      const last = full ? seen.at(-1) : page.at(-1);
      more = page.length === READ_AT_ONCE || (full && last !== page.at(-1));
      reached = last?.position ?? reached;
    }
    return {
      edges: seen.map(node => ({ cursor: node.position, node })),
      pageInfo: { endCursor: reached, hasNextPage: more },
    };
  }

  private async told(page: readonly Logged[], actor: Actor): Promise<Logged[]> {
    const seen = page.filter(event => kindOf(event.kind)?.seenBy(event.payload, actor));
    const still = await Promise.all(seen.map(event => this.still.tells(event, actor)));
    return seen.filter((_, n) => still[n]);
  }
}

@Resolver()
export class ChangesResolver {
  constructor(@Inject(Changes) private readonly read: Changes) {}

  @Query()
  changes(@CurrentActor() actor: Actor, @Args() { first, after }: QueryChangesArgs) {
    return this.read.run(actor, first ?? 100, after);
  }
}
