import { Controller, Get, Inject, Next, Param, Query, Req, Res } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { type Actor, Clock, type Language, UserInputError } from '#libs/kernel';
import { Callers, Settings } from '#libs/platform';
import { type Asked, askedIn, filterOf } from './asked.ts';
import { PlainFacts } from './plain-facts.query.ts';
import { type Frame, type Page, shown } from './frame.ts';
import { listPage } from './list-page.ts';
import { servicePage, unknownPage } from './service-page.ts';
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
  ) {}

  @Get()
  async list(@Query() query: Given, @Req() request: Request, @Res() response: Response, @Next() next: NextFunction): Promise<void> {
    if (!('plain' in query)) return next();
    const { actor, frame } = await this.frameOf(request, response);
    actor.demand('service:read');
    const asked = askedIn(query);
    const [place] = asked.where ? await this.places.like(actor, asked.where, 1) : [];
    const [categories, crises, page] = await Promise.all([
      this.facts.categories(),
      this.facts.crises(),
      this.page(actor, asked, filterOf(asked, place, this.clock.now())),
    ]);
    send(response, listPage(frame, { asked, place, categories, crises, page }));
  }

  @Get('services/:id')
  async service(@Param('id') id: string, @Req() request: Request, @Res() response: Response, @Next() next: NextFunction): Promise<void> {
    if (!('plain' in request.query)) return next();
    const { actor, frame } = await this.frameOf(request, response);
    actor.demand('service:read');
    const service = await this.services.one(actor, id, whole);
    if (!service) return send(response.status(404), unknownPage(frame));
    const { replacement } = service.status;
    send(
      response,
      servicePage(frame, {
        service,
        places: service.status.mixed ? await this.facts.places(service.id, frame.now) : [],
        openings: await this.facts.openings(service.id, frame.now),
        replacement: replacement ? await this.services.one(actor, replacement.id, new Set(['name'])) : null,
      }),
    );
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

  private async frameOf(request: Request, response: Response): Promise<{ actor: Actor; frame: Frame }> {
    const { actor, language: own } = await this.callers.contextOf(request, response);
    const { lang } = request.query;
    const language: Language = lang === 'en' || lang === 'fr' ? lang : own;
    return {
      actor,
      frame: {
        language,
        now: this.clock.now(),
        zone: await this.facts.zone(),
        demonstration: this.settings.demo,
        address: request.originalUrl,
      },
    };
  }
}

type Given = Record<string, unknown>;

function send(response: Response, page: Page): void {
  response.type('text/html').set('cache-control', 'no-store').send(shown(page));
}
