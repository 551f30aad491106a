import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import ExcelJS from 'exceljs';
import type { Request, Response } from 'express';
import { csvLine, harmless, Turns } from '#libs/finder';
import { Forbidden, idFrom, type Language, type Localized } from '#libs/kernel';
import { Callers, say, Settings } from '#libs/platform';
import type { AnsweredBy, CampaignRequest, RequestState } from '#libs/schema';
import { CampaignRequests } from './campaign-requests.query.ts';
import { may } from './campaigns.policies.ts';
import { Campaigns } from './campaigns.query.ts';

const ALL = 100_000;
const types: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const columns = [
  'CAMPAIGN_FILE_ID',
  'CAMPAIGN_FILE_ORGANIZATION',
  'CAMPAIGN_FILE_RELAY',
  'CAMPAIGN_FILE_STATE',
  'CAMPAIGN_FILE_LANGUAGE',
  'CAMPAIGN_FILE_SENT',
  'CAMPAIGN_FILE_OPENED',
  'CAMPAIGN_FILE_ANSWERED',
  'CAMPAIGN_FILE_BY',
  'CAMPAIGN_FILE_REMINDERS',
  'CAMPAIGN_FILE_BOUNCE',
] as const;

const states: Record<RequestState, string> = {
  PENDING: 'REQUEST_PENDING',
  SENT: 'REQUEST_SENT',
  OPENED: 'REQUEST_OPENED',
  ANSWERED: 'REQUEST_ANSWERED',
  BOUNCED: 'REQUEST_BOUNCED',
  EXPIRED: 'REQUEST_EXPIRED',
  DECLINED: 'REQUEST_DECLINED',
};
const ways: Record<AnsweredBy, string> = {
  LINK: 'ANSWERED_BY_LINK',
  RELAY: 'ANSWERED_BY_RELAY',
  TELEPHONE: 'ANSWERED_BY_TELEPHONE',
  VISIT: 'ANSWERED_BY_VISIT',
  POSTER: 'ANSWERED_BY_POSTER',
  ACCOUNT: 'ANSWERED_BY_ACCOUNT',
};

/** Who was asked and what came of it, as a file: for who may read names. */
@Controller()
export class CampaignFile {
  private readonly turns: Turns;

  constructor(
    @Inject(Campaigns) private readonly campaigns: Campaigns,
    @Inject(CampaignRequests) private readonly requests: CampaignRequests,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Settings) private readonly settings: Settings,
  ) {
    const { exportsSignedInAtOnce: atOnce, exportWaitMs: patienceMs } = settings.limits;
    this.turns = new Turns({ atOnce, patienceMs });
  }

  @Get('exports/campaigns/:file')
  async list(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [, name = '', format = ''] = /^([\w-]+)\.(csv|xlsx)$/.exec(file) ?? [];
    const { actor, language: own } = await this.callers.contextOf(request, response);
    actor.demand('campaign:read');
    if (!may(actor).readNames()) throw new Forbidden('silence:read-names');
    const id = idFrom(name);
    if (!types[format] || !id || !(await this.campaigns.one(id, new Set()))) throw new NotFoundException();
    const { lang } = request.query;
    const language = lang === 'fr' || lang === 'en' ? lang : own;
    const giveBack = await this.turns.take(actor.accountId!, this.settings.limits.exportsForOneAtOnce); // nobody else reads names
    const { edges } = await this.requests.page(id, { first: ALL }, ALL).finally(giveBack);
    const rows = [columns.map(column => say(language, column)), ...edges.map(({ node }) => rowOf(node, language))];
    response.setHeader('content-type', types[format]);
    response.setHeader('content-disposition', `attachment; filename="${id}.${format}"`);
    response.setHeader('cache-control', 'no-store');
    response.end(format === 'csv' ? `\u{feff}${rows.map(csvLine).join('')}` : await workbook(rows));
  }
}

const told = (text: Localized | null | undefined, language: Language): string => text?.[language] ?? text?.fr ?? text?.en ?? '';
const instant = (at: Date | string | null | undefined): string => (at ? new Date(at).toISOString() : '');

function rowOf(node: CampaignRequest, language: Language): string[] {
  const { organization, relay, state, answeredAt, answeredBy, reminders, bounceCode } = node;
  return [
    organization.id,
    told(organization.name, language),
    told(relay?.name, language),
    say(language, answeredAt ? 'REQUEST_ANSWERED' : state ? states[state] : 'REQUEST_NONE'),
    node.language ?? '',
    instant(node.sentAt),
    instant(node.openedAt),
    instant(answeredAt),
    answeredBy ? say(language, ways[answeredBy]) : '',
    String(reminders),
    bounceCode ?? '',
  ];
}

async function workbook(rows: readonly string[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Campagne', { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const row of rows) sheet.addRow(row.map(harmless));
  return Buffer.from(await book.xlsx.writeBuffer());
}
