import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { EndOutreachRuleInput } from '#libs/schema';
import { openRule } from './set-outreach-rule.command.ts';

@Injectable()
export class EndOutreachRule {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: EndOutreachRuleInput): Promise<{ ruleId: string }> {
    return this.unitOfWork.once(actor, 'endOutreachRule', input, async tx => {
      const ruleId = await openRule(tx, input.ruleId);
      await tx.manager.query('update outreach.rule set ended_at = $2 where id = $1', [ruleId, this.clock.now()]);
      await this.audit.record(tx, actor, { act: 'campaign:rule', subject: ruleId, facts: { ended: true } });
      return { ruleId };
    });
  }
}
