import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { Callers } from '../graphql/callers.ts';
import { LiveSocket } from '../graphql/live-socket.ts';
import { OpenSockets } from '../graphql/open-sockets.ts';
import { GraphqlOverSocket } from '../graphql/over-socket.ts';
import { Health } from '../observability/health.ts';
import { Metrics } from '../observability/metrics.ts';
import { Settings } from '../settings/settings.ts';
import { originOf } from './origin.ts';

/** From HTTP to a socket: one path, our own pages, so many of each address. Whoever is refused is told so and let go. */
@Injectable()
export class Upgrade {
  private readonly server: WebSocketServer;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Health) private readonly health: Health,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(OpenSockets) private readonly sockets: OpenSockets,
    @Inject(GraphqlOverSocket) private readonly graphql: GraphqlOverSocket,
  ) {
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: settings.limits.socketMessageBytes,
      perMessageDeflate: false,
      handleProtocols,
    });
  }

  listen(http: Server): void {
    http.on('upgrade', (request, stream, head) => this.receive(request, stream, head));
    this.sockets.watch();
  }

  private receive(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy());
    const refusal = this.refusalOf(request);
    if (refusal) return turnAway(stream, refusal);
    this.server.handleUpgrade(request, stream, head, ws => this.open(ws, request));
  }

  private refusalOf(request: IncomingMessage): string | null {
    if (request.url?.split('?')[0] !== '/graphql') return '404 Not Found';
    if (this.health.draining) return '503 Service Unavailable';
    if (originOf(request, this.settings.publicUrl) === 'foreign') return '403 Forbidden';
    if (this.sockets.fullFor(this.callers.addressOf(request))) return '429 Too Many Requests';
    return null;
  }

  /** Without an Origin it is no browser that asks: what a browser carries by itself then counts for nothing. */
  private open(ws: WebSocket, request: IncomingMessage): void {
    const own = request.headers.origin !== undefined;
    const arrival = {
      address: this.callers.addressOf(request),
      cookie: own ? this.callers.cookieOf(request) : null,
      acceptLanguage: request.headers['accept-language'],
    };
    const socket = new LiveSocket(ws, arrival, this.settings.limits, code => this.metrics.closed.inc({ code }));
    this.sockets.add(socket);
    ws.once('close', () => this.sockets.remove(socket));
    this.graphql.open(ws, socket);
  }
}

function turnAway(stream: Duplex, status: string): void {
  stream.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${status.startsWith('5') || status.startsWith('429') ? 'Retry-After: 2\r\n' : ''}\r\n`,
  );
  setTimeout(() => stream.destroy(), 1_000).unref();
}
