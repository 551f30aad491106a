import { once } from 'node:events';
import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import ExcelJS from 'exceljs';
import type { Request, Response } from 'express';
import type { Language } from '#libs/kernel';
import { Callers, isLoopback, type RequestContext, Settings } from '#libs/platform';
import { type ExportAsked, exportAsked } from './export-filter.ts';
import { atPlace, csvLine, exported, type ExportedService, harmless, headersIn, rowOf } from './export-rows.ts';
import { Services } from './services.query.ts';
import { Turns } from './turns.ts';

type Pages = AsyncIterable<readonly ExportedService[]>;
type Write = (response: Response, pages: Pages, language: Language) => Promise<void>;

const formats: Record<string, [type: string, write: Write]> = {
  csv: ['text/csv; charset=utf-8', writeCsv],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', writeXlsx],
  geojson: ['application/geo+json', writeGeoJson],
};

/** The list that is on the screen, as a file: the same selection in the same order, for the same person. */
@Controller()
export class ExportsController {
  private readonly forAnybody: Turns;
  private readonly signedIn: Turns;

  constructor(
    @Inject(Services) private readonly services: Services,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Settings) private readonly settings: Settings,
  ) {
    const { exportsForAnybodyAtOnce, exportsSignedInAtOnce, exportWaitMs: patienceMs } = settings.limits;
    this.forAnybody = new Turns({ atOnce: exportsForAnybodyAtOnce, patienceMs });
    this.signedIn = new Turns({ atOnce: exportsSignedInAtOnce, patienceMs });
  }

  @Get('exports/services.:extension')
  async list(@Param('extension') extension: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [format, file] = [formats[extension], `services.${extension}`];
    if (!format) throw new NotFoundException();
    const context = await this.callers.contextOf(request, response);
    context.actor.demand('directory:export');
    const asked = exportAsked(request.query);
    const giveBack = await this.turn(context);
    const cut = setTimeout(() => response.destroy(), this.settings.limits.exportMs);
    try {
      if (!response.destroyed) await Promise.race([this.send(context, asked, response, file, format), closed(response)]);
    } finally {
      clearTimeout(cut);
      giveBack();
    }
  }

  /** Each reads the whole of a selection: strangers leave the hub to those who work, and one of either to the others. */
  private turn({ actor, address }: RequestContext): Promise<() => void> {
    const { exportsForOneAtOnce: share, loopbackFactor } = this.settings.limits;
    if (actor.accountId) return this.signedIn.take(actor.accountId, share);
    return this.forAnybody.take(address, isLoopback(address) ? share * loopbackFactor : share);
  }

  private async send(
    { actor, language: own }: RequestContext,
    asked: ExportAsked,
    response: Response,
    file: string,
    [type, write]: [string, Write],
  ): Promise<void> {
    const language = asked.language ?? own;
    const pages = this.services.all<ExportedService>(actor, asked, exported);
    const first = await pages.next(); // what is refused is refused before the file begins
    response.setHeader('content-type', type);
    response.setHeader('content-disposition', `attachment; filename="${file}"`);
    response.setHeader('cache-control', 'no-store');
    await write(response, startingWith(first.value ?? [], pages), language);
  }
}

/** Read to its end, or broken off: nobody waits for it any more. */
const closed = (response: Response): Promise<unknown> => once(response, 'close');

async function* startingWith(first: readonly ExportedService[], rest: Pages): Pages {
  yield first;
  yield* rest;
}

async function send(response: Response, text: string): Promise<void> {
  response.write(text);
  await read(response);
}

/** No more is made than is read. */
async function read(response: Response): Promise<void> {
  if (response.writableNeedDrain && !response.destroyed) await Promise.race([once(response, 'drain'), closed(response)]);
  if (response.destroyed) throw new Error('Nobody reads this any more.');
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
  for await (const page of pages) {
    for (const service of page) sheet.addRow(rowOf(service, language).map(harmless)).commit();
    await read(response);
  }
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

/** One for each place, as it is there; without a point where nobody may know it. */
function featuresOf(service: ExportedService, language: Language): object[] {
  const { id } = service;
  const places = service.locations.filter(({ latitude, longitude }) => latitude != null && longitude != null);
  if (places.length === 0) return [{ type: 'Feature', id, geometry: null, properties: propertiesOf(service, language) }];
  return places.map(place => ({
    type: 'Feature',
    id: `${id}/${place.id}`,
    geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
    properties: { ...propertiesOf(atPlace(service, place), language), location: place.id, serviceState: service.status.state },
  }));
}

function propertiesOf(service: ExportedService, language: Language): object {
  const { id, name, organization, status } = service;
  const { state, freshness, mixed, contradicted } = status;
  return {
    ...{ id, name, organization: organization.name, state, stale: freshness === 'STALE', mixed, contradicted },
    row: rowOf(service, language).slice(4),
  };
}
