import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Express, NextFunction, Request, Response } from 'express';
import { languageFrom } from '#libs/kernel';
import { Callers } from '../graphql/callers.ts';
import { Rate } from '../limits/rate.ts';
import { TooManyRequests } from '../limits/too-many-requests.ts';
import { Health } from '../observability/health.ts';
import { LOG, type Log } from '../observability/log.ts';
import { Metrics } from '../observability/metrics.ts';
import { Settings } from '../settings/settings.ts';
import { say } from '../words/words.ts';
import { isLoopback } from './address.ts';
import { fail, readBody } from './body.ts';
import { securityHeaders } from './headers.ts';
import { originOf } from './origin.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Pages of links: they know nobody by a cookie, their forms bring a nonce or the link itself, and under no-referrer a browser says that they come from nowhere. */
const BY_LINK = /^\/(?:[rp]|call-up)\//;

declare module 'express-serve-static-core' {
  interface Request {
    /** Names the request in the log and in masked errors. */
    id?: string;
  }
}

/** What every request meets before anything of ours knows what it is about. */
@Injectable()
export class Front {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Health) private readonly health: Health,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(LOG) private readonly log: Log,
  ) {}

  mount(express: Express): void {
    express.disable('x-powered-by').disable('etag').set('trust proxy', false).set('query parser', 'simple');
    express.use(securityHeaders(this.settings.publicUrl?.startsWith('https:') ?? false, this.settings.basemap?.origin), this.name);
    express.get('/healthz', (_, response) => void response.set('cache-control', 'no-store').type('text/plain').send('alive\n'));
    express.get('/readyz', this.ready);
    express.use(this.turnAway, this.limit, this.refuseForeign);
    express.get('/metrics', this.measure);
    express.use(readBody(this.settings.limits.bodyBytes));
  }

  private readonly name = (request: Request, response: Response, next: NextFunction): void => {
    request.id = randomUUID();
    response.setHeader('x-request-id', request.id);
    const began = performance.now();
    const first = `/${request.path.split('/')[1] ?? ''}`; // never the rest: a link's token may be in it
    response.once('close', () => {
      const { statusCode: status } = response;
      const level = status >= 500 ? 'warn' : 'debug';
      this.log[level](
        { requestId: request.id, method: request.method, path: first.slice(0, 40), status, ms: Math.round(performance.now() - began) },
        'request',
      );
    });
    next();
  };

  /** Ending: what is under way is finished, and nothing more is begun. */
  private readonly turnAway = (_: Request, response: Response, next: NextFunction): void => {
    if (!this.health.draining) return next();
    response.setHeader('connection', 'close');
    response.setHeader('retry-after', '1');
    fail(response, 503, 'UNAVAILABLE', 'The hub is restarting.');
  };

  private readonly limit = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    try {
      await this.rate.request(this.callers.addressOf(request));
      next();
    } catch (error) {
      if (!(error instanceof TooManyRequests)) return next(error);
      const { code, params } = error;
      response.setHeader('retry-after', params.seconds);
      fail(response, 429, code, say(languageFrom(request.headers['accept-language']), code, { ...params }), params);
    }
  };

  /** A page of another site may make a browser send our cookie; only what a page of ours sends may change anything. */
  private readonly refuseForeign = (request: Request, response: Response, next: NextFunction): void => {
    const ambient = request.headers.cookie !== undefined || request.headers.authorization === undefined;
    if (SAFE.has(request.method) || BY_LINK.test(request.path) || !ambient || originOf(request, this.settings.publicUrl) !== 'foreign')
      return next();
    fail(response, 403, 'FOREIGN_ORIGIN', 'This request comes from a page of another site.');
  };

  private readonly ready = async (_: Request, response: Response): Promise<void> => {
    const readiness = await this.health.readiness();
    const ready = Object.values(readiness).every(Boolean) && !this.health.draining && !this.health.preparing;
    response
      .set('cache-control', 'no-store')
      .status(ready ? 200 : 503)
      .json({ ready, ...readiness });
  };

  /** For loopback itself, not for what a proxy on this machine passes on; or for a token that may. */
  private readonly measure = async (request: Request, response: Response): Promise<void> => {
    const local = isLoopback(this.callers.addressOf(request)) && !request.headers['x-forwarded-for'] && !request.headers.forwarded;
    const actor = local ? null : await this.actorOf(request);
    if (!local && !actor?.may('metrics:read')) return fail(response, 403, 'FORBIDDEN');
    const { type, body } = await this.metrics.text();
    response.set('cache-control', 'no-store').set('content-type', type).end(body);
  };

  private async actorOf(request: Request) {
    const credential = this.callers.credentialOf(request);
    return credential && (await this.callers.recognize(credential).catch(() => null))?.actor;
  }
}
