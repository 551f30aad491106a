import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import ExcelJS from 'exceljs';
import type { Request, Response } from 'express';
import { csvLine, harmless, Turns } from '#libs/finder';
import { type Actor, type Language, type Localized, UserInputError } from '#libs/kernel';
import { Callers, say, Settings } from '#libs/platform';
import type { GapFilter, GapReason, GapState, UnmetReason } from '#libs/schema';
import { ReasonsOfGap } from '../gaps/gap-figures.loader.ts';
import { Gaps, type GapRow } from '../gaps/gaps.query.ts';
import { TerritoryNames } from './territory-names.ts';

const types: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const PAGE = 200;
const STATES: readonly GapState[] = ['OPEN', 'ACKNOWLEDGED', 'ASSIGNED', 'ADDRESSED', 'CLOSED', 'REOPENED'];
const columns = [
  'GAPS_FILE_ID',
  'GAPS_FILE_KIND',
  'GAPS_FILE_TERRITORY',
  'GAPS_FILE_STATE',
  'GAPS_FILE_REQUESTS',
  'GAPS_FILE_HOUSEHOLDS',
  'GAPS_FILE_RECENT',
  'GAPS_FILE_VULNERABLE',
  'GAPS_FILE_OPENED',
  'GAPS_FILE_LAST',
  'GAPS_FILE_ORGANIZATION',
  'GAPS_FILE_COMMITTED',
  'GAPS_FILE_DELIVERED',
  'GAPS_FILE_REASONS',
] as const;
const stateWords: Record<GapState, string> = {
  OPEN: 'GAP_OPEN',
  ACKNOWLEDGED: 'GAP_ACKNOWLEDGED',
  ASSIGNED: 'GAP_ASSIGNED',
  ADDRESSED: 'GAP_ADDRESSED',
  CLOSED: 'GAP_CLOSED',
  REOPENED: 'GAP_REOPENED',
};
const reasonWords: Record<UnmetReason, string> = {
  NO_SERVICE: 'REASON_NO_SERVICE',
  FULL: 'REASON_FULL',
  CLOSED: 'REASON_CLOSED',
  NOT_ELIGIBLE: 'REASON_NOT_ELIGIBLE',
  TOO_FAR: 'REASON_TOO_FAR',
  TOO_EXPENSIVE: 'REASON_TOO_EXPENSIVE',
  LANGUAGE: 'REASON_LANGUAGE',
  WAITING_LIST: 'REASON_WAITING_LIST',
  HOURS: 'REASON_HOURS',
  NO_ANSWER: 'REASON_NO_ANSWER',
  NO_TRANSPORT: 'REASON_NO_TRANSPORT',
  NO_DOCUMENTS: 'REASON_NO_DOCUMENTS',
  DIGITAL: 'REASON_DIGITAL',
  ACCESSIBILITY: 'REASON_ACCESSIBILITY',
  UNSAFE: 'REASON_UNSAFE',
  REFUSED_BY_CALLER: 'REASON_REFUSED_BY_CALLER',
  OTHER: 'REASON_OTHER',
};
const unitWords: Record<string, string> = {
  HOUSEHOLD: 'UNIT_HOUSEHOLD',
  MEAL: 'UNIT_MEAL',
  BASKET: 'UNIT_BASKET',
  TRIP: 'UNIT_TRIP',
  NIGHT: 'UNIT_NIGHT',
  MASK: 'UNIT_MASK',
  HOUR: 'UNIT_HOUR',
};

/** The gaps that are on the screen, as a file: figures and codes, nobody. */
@Controller()
export class GapsFile {
  private readonly turns: Turns;

  constructor(
    @Inject(Gaps) private readonly gaps: Gaps,
    @Inject(ReasonsOfGap) private readonly reasons: ReasonsOfGap,
    @Inject(TerritoryNames) private readonly territories: TerritoryNames,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Settings) private readonly settings: Settings,
  ) {
    const { exportsSignedInAtOnce: atOnce, exportWaitMs: patienceMs } = settings.limits;
    this.turns = new Turns({ atOnce, patienceMs });
  }

  @Get('exports/gaps.:format')
  async list(@Param('format') format: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor, language: own } = await this.callers.contextOf(request, response);
    actor.demand('gap:read');
    if (!types[format]) throw new NotFoundException();
    const { filter, language = own } = asked(request.query);
    const giveBack = await this.turns.take(actor.accountId ?? actor.id, this.settings.limits.exportsForOneAtOnce);
    const rows = await this.rows(actor, filter, language).finally(giveBack);
    response.setHeader('content-type', types[format]);
    response.setHeader('content-disposition', `attachment; filename="gaps.${format}"`);
    response.setHeader('cache-control', 'no-store');
    response.end(format === 'csv' ? `\u{feff}${rows.map(csvLine).join('')}` : await workbook(rows, say(language, 'GAPS_FILE')));
  }

  private async rows(actor: Actor, filter: GapFilter, language: Language): Promise<string[][]> {
    const names = await this.territories.in(language);
    const rows = [columns.map(column => say(language, column))];
    for (let after: string | null | undefined = null, more = true; more;) {
      const { edges, pageInfo }: Awaited<ReturnType<Gaps['page']>> = await this.gaps.page(actor, { filter, first: PAGE, after });
      const nodes = edges.map(({ node }) => node as unknown as GapRow & Figures); // as the statement answers it
      const why = await Promise.all(nodes.map(({ id }) => this.reasons.load(id)));
      for (const [n, node] of nodes.entries()) rows.push(rowOf(node, why[n] ?? [], names, language));
      ({ endCursor: after, hasNextPage: more } = pageInfo);
    }
    return rows;
  }
}

interface Figures {
  readonly households: number;
  readonly openedAt: string;
  readonly lastAt: string;
  readonly assignedTo: { readonly name: Localized } | null;
}

function rowOf(gap: GapRow & Figures, reasons: readonly GapReason[], names: ReadonlyMap<string, string>, language: Language): string[] {
  const held = gap.commitments.filter(({ releasedAt }) => !releasedAt);
  const sums = (of: 'quantity' | 'delivered') =>
    held.map(each => `${each[of]} ${say(language, unitWords[each.unit.toUpperCase()]!)}`).join(', ');
  return [
    gap.id,
    told(gap.kindName, language),
    names.get(gap.territoryCode) ?? gap.territoryCode,
    say(language, stateWords[gap.state]),
    ...[gap.count, gap.households, gap.weight.recent, gap.weight.vulnerable].map(String),
    new Date(gap.openedAt).toISOString(),
    new Date(gap.lastAt).toISOString(),
    told(gap.assignedTo?.name, language),
    sums('quantity'),
    sums('delivered'),
    reasons.map(({ reason, n }) => `${say(language, reason ? reasonWords[reason] : 'REASON_NONE')} (${n})`).join(', '),
  ];
}

const told = (text: Localized | null | undefined, language: Language): string => text?.[language] ?? text?.fr ?? text?.en ?? '';

/** As the list's address bar says it: lists with commas. What is not understood is refused. */
function asked(query: Record<string, unknown>): { filter: GapFilter; language?: Language } {
  const filter: GapFilter = {};
  let language: Language | undefined;
  for (const [name, given] of Object.entries(query)) {
    if (typeof given !== 'string' || given.length > 2_000) throw new UserInputError(`${name.slice(0, 40)} is said once, as text.`);
    const list = given.split(',').filter(Boolean);
    if (name === 'lang' && (given === 'fr' || given === 'en')) language = given;
    else if (name === 'states' && list.every(isState)) filter.states = list;
    else if (name === 'kinds' || name === 'territories' || name === 'organizations') filter[name] = list;
    else if (name === 'crisisId' || name === 'organizationId') filter[name] = given;
    else if (name === 'followed' && ['0', '1'].includes(given)) filter.followed = given === '1';
    else throw new UserInputError(`${name.slice(0, 40)} is not understood.`);
  }
  return { filter, language };
}
const isState = (given: string): given is GapState => (STATES as readonly string[]).includes(given);

async function workbook(rows: readonly string[][], name: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const row of rows) sheet.addRow(row.map(harmless));
  return Buffer.from(await book.xlsx.writeBuffer());
}
