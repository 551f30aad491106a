import { Controller, Get, Inject, Next, Param, Query, Req, Res } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { type Actor, Clock, type Language, languageFrom, UserInputError } from '#libs/kernel';
import { Callers, LOG, type Log, refused, Settings } from '#libs/platform';
import { type Asked, askedIn, filterOf } from './asked.ts';
import { PlainFacts } from './plain-facts.query.ts';
import { type Frame, type Page, shown } from './frame.ts';
import { listPage } from './list-page.ts';
import { refusalPage, servicePage, unknownPage } from './service-page.ts';
import { sheet } from './sheet.ts';
import { Places } from '../places.query.ts';
import { Services } from '../services.query.ts';

const PAGE = 25;
const listed = new Set(['name', 'organization', 'locations', 'phones', 'status']);
const whole = new Set([...listed, 'description', 'categories', 'languages']);

/** Find help and the page of a service for browsers without scripts: any address of the app with `?plain`. */
@Controller()
export class PlainController {
  constructor(
    @Inject(Services) private readonly services: Services,
    @Inject(Places) private readonly places: Places,
    @Inject(PlainFacts) private readonly facts: PlainFacts,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get()
  async list(@Query() query: Given, @Req() request: Request, @Res() response: Response, @Next() next: NextFunction): Promise<void> {
    if (!('plain' in query)) return next();
    await this.answer(request, response, async ({ actor, frame }) => {
      const asked = askedIn(query);
      const [place] = asked.where ? await this.places.like(actor, asked.where, 1) : [];
      const [categories, crises, page] = await Promise.all([
        this.facts.categories(),
        this.facts.crises(),
        this.page(actor, asked, filterOf(asked, place, this.clock.now())),
      ]);
      return listPage(frame, { asked, place, categories, crises, page });
    });
  }

  @Get('services/:id')
  async service(@Param('id') id: string, @Req() request: Request, @Res() response: Response, @Next() next: NextFunction): Promise<void> {
    if (!('plain' in request.query)) return next();
    await this.answer(request, response, async ({ actor, frame }) => {
      const service = await this.services.one(actor, id, whole);
      if (!service) {
        response.status(404);
        return unknownPage(frame);
      }
      const { replacement } = service.status;
      return servicePage(frame, {
        service,
        places: service.status.mixed ? await this.facts.places(service.id, frame.now) : [],
        openings: await this.facts.openings(service.id, frame.now),
        replacement: replacement ? await this.services.one(actor, replacement.id, new Set(['name'])) : null,
      });
    });
  }

  @Get('plain.css')
  style(@Res() response: Response): void {
    response.type('text/css').set('cache-control', 'public, max-age=3600').send(sheet);
  }

  /** What has no plain page of its own. */
  @Get('*path')
  elsewhere(@Req() request: Request, @Res() response: Response, @Next() next: NextFunction): void {
    if (!('plain' in request.query)) return next();
    response.redirect(303, '/?plain');
  }

  /** A cursor of long ago, or one that somebody typed, begins the list again. */
  private async page(actor: Actor, { after }: Asked, filter: ReturnType<typeof filterOf>) {
    const wanted = { node: listed, total: true, facets: false };
    const first = { filter, sort: 'RELEVANCE' as const, first: PAGE };
    if (!after) return this.services.page(actor, first, wanted);
    return this.services.page(actor, { ...first, after }, wanted).catch((error: unknown) => {
      if (!(error instanceof UserInputError)) throw error;
      return this.services.page(actor, first, wanted);
    });
  }

  /** What is refused is a page too. */
  private async answer(request: Request, response: Response, page: (who: Who) => Promise<Page>): Promise<void> {
    const { lang } = request.query;
    const asked = lang === 'en' || lang === 'fr' ? lang : null;
    try {
      const { actor, language } = await this.callers.contextOf(request, response);
      actor.demand('service:read');
      send(response, await page({ actor, frame: this.frameOf(request, asked ?? language, await this.facts.zone()) }));
    } catch (error) {
      const language = asked ?? languageFrom(request.headers['accept-language']);
      const { status, message } = refused(error, request.id ?? '', language, this.log);
      send(response.status(status), refusalPage(this.frameOf(request, language, null), message));
    }
  }

  private frameOf(request: Request, language: Language, zone: string | null): Frame {
    return { language, now: this.clock.now(), zone, demonstration: this.settings.demo, address: request.originalUrl };
  }
}

interface Who {
  readonly actor: Actor;
  readonly frame: Frame;
}
type Given = Record<string, unknown>;

function send(response: Response, page: Page): void {
  response.type('text/html').set('cache-control', 'no-store').send(shown(page));
}
