import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OutreachRule } from '#libs/schema';

export type RuleRow = OutreachRule & { crisisId: string | null; lastCampaignId: string | null };

/** `outreachRules`. */
@Injectable()
export class OutreachRules {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async all(): Promise<RuleRow[]> {
    const rows = await this.db.query<{ answer: RuleRow }[]>(
      `${rulesSql} where rule.ended_at is null order by rule.next_at, rule.id limit 500`,
    );
    return rows.map(({ answer }) => answer);
  }

  async one(ruleId: string): Promise<RuleRow | null> {
    const [row] = await this.db.query<{ answer: RuleRow }[]>(`${rulesSql} where rule.id = $1`, [ruleId]);
    return row?.answer ?? null;
  }
}

const words = (name: string) => `jsonb_build_object('fr', rule.${name}_fr, 'en', rule.${name}_en)`;
const time = (name: string) => `to_char(rule.${name}, 'HH24:MI')`;

const rulesSql = `
  select jsonb_build_object('id', rule.id, 'kind', rule.kind, 'byday', to_jsonb(rule.byday), 'atTime', ${time('at_time')},
    'phases', to_jsonb(rule.phases), 'dueAfterHours', rule.due_after_hours, 'restHours', rule.rest_hours, 'name', ${words('name')},
    'subject', ${words('subject')}, 'message', ${words('message')}, 'filter', rule.filter, 'crisisId', rule.crisis_id,
    'askCapacity', rule.asks_capacity,
    'question', case when rule.question_fr is not null or rule.question_en is not null then ${words('question')} end,
    'facts', to_jsonb(rule.facts), 'remindAfterHours', to_jsonb(rule.remind_after), 'quietFrom', ${time('quiet_from')},
    'quietTo', ${time('quiet_to')}, 'nextAt', rule.next_at, 'lastAt', rule.last_at, 'madeAt', rule.made_at,
    'madeByName', (select display_name from identity_published.person where person.id = rule.made_by),
    'lastCampaignId', (select campaign.id from outreach.campaign where campaign.rule_id = rule.id order by campaign.made_at desc limit 1)
  ) as answer
  from outreach.rule`;
