import { EndOutreachRule } from './end-outreach-rule.command.ts';
import { OutreachRules } from './rules.query.ts';
import { ruleDoors } from './rules.resolver.ts';
import { SetOutreachRule } from './set-outreach-rule.command.ts';
import { StandingRules } from './standing-rules.ts';

/** Campaigns that make themselves. */
export const ruleParts = [SetOutreachRule, EndOutreachRule, OutreachRules, StandingRules, ...ruleDoors];
