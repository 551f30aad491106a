import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { Front, Health, HubAdapter, type Log, NestLog, OpenSockets, openLog, type Settings, Upgrade, WebFiles } from '#libs/platform';
import { AppModule } from './app.module.ts';

/** What is under way is given this long to end. */
const PATIENCE = 10_000;

export interface RunningHub {
  /** Without a slash at its end. */
  readonly url: string;
  readonly app: NestExpressApplication;
  /** Stops accepting, lets what is under way end, lets go of everything. */
  close(): Promise<void>;
}

/** A hub on a database that is up to date; any port, if it is 0. */
export async function startHub(
  settings: Settings,
  { log = openLog(settings.logLevel), preparing = false }: { log?: Log; preparing?: boolean } = {},
): Promise<RunningHub> {
  const http = express();
  const adapter = new HubAdapter(http, new WebFiles(settings.web), settings.limits);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(settings, log), adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLog(log),
  });
  try {
    app.get(Health).preparing = preparing;
    app.get(Front).mount(http);
    const server = app.getHttpServer() as Server;
    await app.init();
    app.get(Upgrade).listen(server);
    await app.listen(settings.port, settings.host);
    return { url: addressOf(server, settings.host), app, close: once(() => end(app, server)) };
  } catch (error) {
    await app.close().catch(() => undefined); // what made it fail says more than what follows
    throw error;
  }
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as { port: number }; // it listens on a port, not on a file
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${named}:${port}`;
}

async function end(app: NestExpressApplication, server: Server): Promise<void> {
  app.get(Health).draining = true;
  const closed = new Promise<void>(done => server.close(() => done()));
  const letGo = setInterval(() => server.closeIdleConnections(), 25); // each as soon as it has its answer
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await app.get(OpenSockets).closeAll();
  await closed;
  clearInterval(letGo);
  clearTimeout(cut);
  await app.close();
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => (done ??= work());
}
