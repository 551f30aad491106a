import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { csvLine } from '#libs/finder';
import type { Language, Localized } from '#libs/kernel';
import { Callers, say } from '#libs/platform';
import type { CallResult, ReachReason } from '#libs/schema';
import { OrganizationsToReach, type ReachRow } from './organizations-to-reach.query.ts';

const columns = [
  'TO_REACH_ORGANIZATION',
  'TO_REACH_PHONES',
  'TO_REACH_SERVICES',
  'TO_REACH_WHY',
  'TO_REACH_IMPORTANCE',
  'TO_REACH_OPENS',
  'TO_REACH_LAST',
] as const;
const whys: Record<ReachReason, string> = {
  STALE: 'WHY_STALE',
  NEVER_SAID: 'WHY_NEVER_SAID',
  STALE_BEFORE_OPENING: 'WHY_STALE_BEFORE_OPENING',
  ASKED: 'WHY_ASKED',
};
const results: Record<CallResult, string> = {
  ANSWERED: 'RESULT_ANSWERED',
  NO_ANSWER: 'RESULT_NO_ANSWER',
  VOICEMAIL: 'RESULT_VOICEMAIL',
  CALL_BACK: 'RESULT_CALL_BACK',
  WRONG_NUMBER: 'RESULT_WRONG_NUMBER',
  REFUSED: 'RESULT_REFUSED',
};

/** The list as a file, in its order, for those who call. */
@Controller()
export class ToReachFile {
  constructor(
    @Inject(OrganizationsToReach) private readonly read: OrganizationsToReach,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Get('exports/outreach/to-reach.csv')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor, language } = await this.callers.contextOf(request, response);
    actor.demand('call:make');
    const lines = [columns.map(column => say(language, column))];
    for await (const page of this.read.all(actor, null)) lines.push(...page.map(row => lineOf(row, language)));
    response.setHeader('content-type', 'text/csv; charset=utf-8');
    response.setHeader('content-disposition', 'attachment; filename="to-reach.csv"');
    response.setHeader('cache-control', 'no-store');
    response.send(`\u{feff}${lines.map(csvLine).join('')}`);
  }
}

function lineOf({ name, phones, services, importance, opensAt, tries: [last] }: ReachRow, language: Language): string[] {
  const each = (said: readonly string[]) => [...new Set(said)].filter(Boolean).join(' | ');
  return [
    told(name, language),
    each(phones.map(({ number, extension }) => (extension ? `${number} #${extension}` : number))),
    each(services.map(service => told(service.name, language))),
    each(services.flatMap(({ why }) => why.map(one => say(language, whys[one])))),
    String(importance),
    opensAt ? new Date(opensAt).toISOString() : '',
    last?.result ? `${say(language, results[last.result])} ${new Date(last.claimedAt).toISOString()}` : '',
  ];
}

const told = (text: Localized, language: Language): string => text[language] ?? text.fr ?? text.en ?? '';
