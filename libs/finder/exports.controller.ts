import { once } from 'node:events';
import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import ExcelJS from 'exceljs';
import type { Request, Response } from 'express';
import { Forbidden, type Language, Unauthenticated, UserInputError } from '#libs/kernel';
import { Callers } from '#libs/platform';
import type { Service } from '#libs/schema';
import { exportAsked } from './export-filter.ts';
import { csvLine, exported, harmless, headersIn, rowOf } from './export-rows.ts';
import { Services } from './services.query.ts';

type Pages = AsyncIterable<readonly Service[]>;
type Write = (response: Response, pages: Pages, language: Language) => Promise<void>;

const formats: Record<string, [type: string, write: Write]> = {
  csv: ['text/csv; charset=utf-8', writeCsv],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', writeXlsx],
  geojson: ['application/geo+json', writeGeoJson],
};
/** At once, of one hub: each reads the whole of a selection. */
const MOST_AT_ONCE = 3;

/** The list that is on the screen, as a file: the same selection in the same order, for the same person. */
@Controller()
export class ExportsController {
  private running = 0;

  constructor(
    @Inject(Services) private readonly services: Services,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Get('exports/:file')
  async list(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const format = formats[/^services\.(\w+)$/.exec(file)?.[1] ?? ''];
    if (!format) throw new NotFoundException();
    if (this.running >= MOST_AT_ONCE) return void response.status(429).setHeader('retry-after', '5').end();
    this.running += 1;
    try {
      await this.send(request, response, file, format);
    } catch (error) {
      refuse(response, error);
    } finally {
      this.running -= 1;
    }
  }

  private async send(request: Request, response: Response, file: string, [type, write]: [string, Write]): Promise<void> {
    const { actor, language: own } = await this.callers.contextOf(request, response);
    actor.demand('directory:export');
    const asked = exportAsked(request.query);
    const language = request.query.lang === 'en' || request.query.lang === 'fr' ? request.query.lang : own;
    const pages = this.services.all(actor, asked, exported);
    const first = await pages.next(); // what is refused is refused before the file begins
    response.setHeader('content-type', type);
    response.setHeader('content-disposition', `attachment; filename="${file}"`);
    response.setHeader('cache-control', 'no-store');
    await write(response, startingWith(first.value ?? [], pages), language);
  }
}

/** A file that has begun cannot be taken back: it is cut, and its reader knows that it is not whole. */
function refuse(response: Response, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  const kind = refusals.find(([kind]) => error instanceof kind);
  if (!kind) throw error;
  const { code, message } = error as UserInputError; // of one of the kinds
  response.status(kind[1]).json({ errors: [{ message, extensions: { code } }] });
}

const refusals = [
  [UserInputError, 400],
  [Unauthenticated, 401],
  [Forbidden, 403],
] as const;

async function* startingWith(first: readonly Service[], rest: Pages): Pages {
  yield first;
  yield* rest;
}

async function send(response: Response, text: string): Promise<void> {
  if (response.destroyed) throw new Error('Nobody reads this any more.');
  if (!response.write(text)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
}

async function writeCsv(response: Response, pages: Pages, language: Language): Promise<void> {
  await send(response, `\u{feff}${csvLine(headersIn(language))}`);
  for await (const page of pages) await send(response, page.map(service => csvLine(rowOf(service, language))).join(''));
  response.end();
}

async function writeXlsx(response: Response, pages: Pages, language: Language): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: response, useSharedStrings: false });
  const sheet = book.addWorksheet('Services', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(headersIn(language)).commit();
  for await (const page of pages) for (const service of page) sheet.addRow(rowOf(service, language).map(harmless)).commit();
  sheet.commit();
  await book.commit();
}

async function writeGeoJson(response: Response, pages: Pages, language: Language): Promise<void> {
  await send(response, '{"type":"FeatureCollection","features":[');
  let between = '';
  for await (const page of pages)
    for (const service of page)
      for (const feature of featuresOf(service, language)) {
        await send(response, between + JSON.stringify(feature));
        between = ',';
      }
  response.end(']}');
}

/** One for each place; without a point where nobody may know it. */
function featuresOf(service: Service, language: Language): object[] {
  const { id, name, organization, status } = service;
  const properties = {
    id,
    name,
    organization: organization.name,
    state: status.state,
    stale: status.freshness === 'STALE',
    row: rowOf(service, language).slice(4),
  };
  const points = service.locations.flatMap(({ id: location, latitude, longitude }) =>
    latitude == null || longitude == null ? [] : [{ location, coordinates: [longitude, latitude] }],
  );
  if (points.length === 0) return [{ type: 'Feature', id, geometry: null, properties }];
  return points.map(({ location, coordinates }) => ({
    type: 'Feature',
    id: `${id}/${location}`,
    geometry: { type: 'Point', coordinates },
    properties: { ...properties, location },
  }));
}
