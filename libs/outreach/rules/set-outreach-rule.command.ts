import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { SetOutreachRuleInput } from '#libs/schema';
import { may } from '../campaigns.policies.ts';
import { InvalidCampaign } from '../campaigns.refusals.ts';
import { knownCrisis, saidOf } from '../given.ts';
import { insertSaid, updateSaid } from '../said.sql.ts';
import { nextTime } from './next-time.ts';
import { OutreachRuleNotFound } from './rules.refusals.ts';

const LONGEST = 720;
const REST = 72;

@Injectable()
export class SetOutreachRule {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: SetOutreachRuleInput): Promise<{ ruleId: string }> {
    const { kind, byday: given, atTime, phases, dueAfterHours, restHours } = input;
    return this.unitOfWork.once(actor, 'setOutreachRule', input, async tx => {
      const said = saidOf(input);
      said.crisis_id = await knownCrisis(tx, said.crisis_id);
      const byday = [...new Set(given ?? [])];
      if (kind === 'WEEKLY' && byday.length === 0) throw new InvalidCampaign('RULE_DAYS_MISSING', 'byday');
      for (const [field, hours] of Object.entries({ dueAfterHours, restHours: restHours ?? REST }))
        if (hours < 1 || hours > LONGEST) throw new InvalidCampaign('RULE_HOURS_OUT_OF_RANGE', field, { most: LONGEST });
      const now = this.clock.now();
      const ruleId = await this.write(tx, input.ruleId, said, {
        kind,
        byday,
        at_time: atTime,
        phases: [...new Set(phases ?? [])].filter(phase => phase !== 'CLOSED'),
        due_after_hours: dueAfterHours,
        rest_hours: restHours ?? REST,
        next_at: nextTime({ byday, atTime, zone: await zoneOf(tx) }, now),
        made_by: actor.accountId,
        made_at: now,
        sees_confidential: may(actor).seeConfidential(),
      });
      await this.audit.record(tx, actor, { act: 'campaign:rule', subject: ruleId, facts: { kind } });
      return { ruleId };
    });
  }

  private async write(tx: Transaction, given: string | null | undefined, said: ReturnType<typeof saidOf>, more: Record<string, unknown>) {
    if (given == null) {
      const id = newId();
      await insertSaid(tx, 'rule', said, { id, ...more });
      return id;
    }
    const id = await openRule(tx, given);
    await updateSaid(tx, 'rule', id, said, more);
    return id;
  }
}

async function zoneOf(tx: Transaction): Promise<string> {
  const [{ zone }] = await tx.manager.query<[{ zone: string }]>('select time_zone as zone from directory_published.region');
  return zone;
}

/** One that has not ended, held from now on. */
export async function openRule(tx: Transaction, ruleId: string): Promise<string> {
  const [found] = await tx.manager.query<{ id: string }[]>('select id from outreach.rule where id = $1 and ended_at is null for update', [
    idFrom(ruleId),
  ]);
  if (!found) throw new OutreachRuleNotFound('RULE_NOT_FOUND', 'ruleId');
  return found.id;
}
