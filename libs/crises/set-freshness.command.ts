import { Inject, Injectable } from '@nestjs/common';
import { type Actor, UserInputError } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { SetFreshnessInput } from '#libs/schema';
import { CrisisFreshnessSetEvent } from './crises.events.ts';
import { InvalidStep } from './crises.refusals.ts';
import { CrisisBook } from './crisis-book.ts';
import { knownCodes } from './given.ts';

const LONGEST = 24 * 366;

/** How long a word stays fresh in one phase of a crisis, for all that matters to it or for one category. */
@Injectable()
export class SetFreshness {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CrisisBook) private readonly book: CrisisBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: SetFreshnessInput): Promise<{ crisisId: string }> {
    const { phase, hours = null, category = null } = input;
    if (hours !== null && !(hours > 0 && hours <= LONGEST)) throw new UserInputError(`\`hours\` is more than 0 and at most ${LONGEST}.`);
    if (hours === null && category === null) throw new UserInputError('`hours`: the rule for all categories is changed, not taken away.');
    return this.unitOfWork.once(actor, 'setFreshness', input, async tx => {
      const held = await this.book.open(tx, actor, input.crisisId);
      this.book.demand(actor, held.areas);
      if (phase === 'CLOSED') throw new InvalidStep('CLOSED_IS_NEVER_FRESH', 'phase');
      if (category !== null) await knownCodes(tx, 'category', new Map([[category, 'category']]));
      await tx.manager.query(hours === null ? takeAway : put, [held.id, phase, category, ...(hours === null ? [] : [hours])]);
      const territories = held.areas.filter(area => area.phase === phase).map(({ territory }) => territory);
      tx.announce(CrisisFreshnessSetEvent.of(held.id, { ...this.book.fact(held), territories }));
      await this.audit.record(tx, actor, { act: 'crisis:change', subject: held.id, facts: { freshness: phase, category, hours } });
      return { crisisId: held.id };
    });
  }
}

const takeAway = 'delete from crises.freshness_rule where crisis_id = $1 and phase = $2 and category = $3';

const put = `
  insert into crises.freshness_rule (crisis_id, phase, category, fresh_for) values ($1, $2, $3, make_interval(secs => $4::float8 * 3600))
  on conflict (crisis_id, phase, category) do update set fresh_for = excluded.fresh_for`;
