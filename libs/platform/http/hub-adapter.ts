import { createServer } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express } from 'express';
import type { Limits } from '../settings/limits.ts';
import type { WebFiles } from './web-files.ts';

const MOST_HEADERS = 100;
const HEADER_BYTES = 16 * 1024;
const LOOKED_AT = 1_000;
/** Longer than a proxy keeps its end, so that it is the proxy that lets go. */
const KEPT_ALIVE = 65_000;

/** Express as Nest knows it, on a server with our bounds; what nobody knows, the web app answers. */
export class HubAdapter extends ExpressAdapter {
  constructor(
    express: Express,
    private readonly web: WebFiles,
    private readonly limits: Limits,
  ) {
    super(express);
  }

  override initHttpServer(): void {
    const bounds = {
      requestTimeout: this.limits.requestMs,
      headersTimeout: Math.min(this.limits.headersMs, this.limits.requestMs),
      connectionsCheckingInterval: LOOKED_AT,
      keepAliveTimeout: KEPT_ALIVE,
      maxHeaderSize: HEADER_BYTES,
    };
    this.httpServer = createServer(bounds, this.getInstance<Express>());
    this.httpServer.maxHeadersCount = MOST_HEADERS;
    this.httpServer.setTimeout(this.limits.unreadMs);
  }

  override setNotFoundHandler(): void {
    this.getInstance<Express>().use(this.web.serve, this.web.fallback);
  }
}
