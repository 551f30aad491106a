import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import type { Type } from '@nestjs/common';
import { createClient } from 'graphql-ws';
import { DataSource } from 'typeorm';
import WebSocket from 'ws';
import { AddMembership, CreateAccount, CreateToken, type Role } from '#libs/identity';
import { openLog, settingsFrom } from '#libs/platform';
import { type RunningHub, startHub } from '../../apps/hub/start-hub.ts';
import { cloneDatabase } from './test-database.ts';

/** A hub on a database of its own, spoken to as its clients do. */
export class TestHub {
  private constructor(
    private readonly hub: RunningHub,
    readonly databaseUrl: string,
    /** Of each person once, whichever hub they speak to. */
    private readonly tokens: Map<string, Promise<string>>,
  ) {}

  /** With a sibling, a second node on the same database. */
  static async start(sibling?: TestHub, env: Record<string, string> = {}, logged?: (line: string) => void): Promise<TestHub> {
    const databaseUrl = sibling?.databaseUrl ?? (await cloneDatabase());
    const settings = settingsFrom({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: databaseUrl, FANAL_DEMO: '1', LOG_LEVEL: 'error', ...env });
    const log = logged && openLog(settings.logLevel, { write: logged });
    return new TestHub(await startHub(settings, { log }), databaseUrl, sibling?.tokens ?? new Map());
  }

  get url(): string {
    return this.hub.url;
  }

  get db(): DataSource {
    return this.hub.app.get(DataSource);
  }

  /** What the hub is made of, for what has no operation yet. */
  get<T>(part: Type<T>): T {
    return this.hub.app.get(part);
  }

  /** Somebody with this role in this organization; nobody without one. The same person for the same words. */
  async as(role?: Role, organizationId?: string, territories: string[] = []): Promise<TestClient> {
    if (!role) return new TestClient(this.url, null);
    const who = `${role} ${organizationId ?? ''} ${territories}`;
    if (!this.tokens.has(who)) this.tokens.set(who, this.enrol(role, organizationId, territories));
    return new TestClient(this.url, await this.tokens.get(who)!);
  }

  private async enrol(role: Role, organizationId: string | undefined, territories: string[]): Promise<string> {
    const email = `${crypto.randomUUID()}@test.invalid`;
    const { accountId } = await this.get(CreateAccount).run({ email, displayName: role, language: 'fr' });
    if (organizationId) await this.get(AddMembership).run({ accountId, organizationId, role, territories });
    const { token } = await this.get(CreateToken).run({ email, name: 'test', ttlMs: 3_600_000 });
    return token;
  }

  close(): Promise<void> {
    return this.hub.close();
  }
}

/** The shape of an answer is the test's affair. */
export type Answer = any;

export class TestClient {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  /** The data; or, where there are errors, the first one's code and message. */
  async ask(query: string, variables: object = {}, language = 'fr'): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(this.token && { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    return errors ? { code: errors[0].extensions?.code, message: errors[0].message } : data;
  }

  /** Ends when the reader stops; the socket is lazy and closes with it. */
  async *watch(query: string, variables: Record<string, unknown> = {}): AsyncGenerator<Answer, void> {
    const client = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.token ? { token: this.token } : {},
      retryAttempts: 0,
    });
    try {
      const said = client.iterate<Answer>({ query, variables });
      for await (const { data, errors } of said) {
        if (errors) throw errors[0];
        yield data;
      }
    } finally {
      await client.dispose();
    }
  }
}

/** The next few, or those that came in time. */
export async function take<T>(events: AsyncGenerator<T>, count: number, patience = 20_000): Promise<T[]> {
  const taken: T[] = [];
  const enough = (async () => {
    for await (const event of events) if (taken.push(event) === count) break;
  })();
  const ended = await Promise.race([enough.then(() => true), delay(patience, false, { ref: false })]);
  if (!ended) void events.return(undefined);
  return taken;
}

/** Waits for what must come true, never for time. */
export async function until(holds: () => boolean | Promise<boolean>, patience = 30_000): Promise<void> {
  for (const end = Date.now() + patience; !(await holds());) {
    if (Date.now() > end) throw new Error(`It never came true: ${holds}`);
    await delay(25);
  }
}
