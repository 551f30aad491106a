import { type IncomingMessage, request } from 'node:http';
import { once } from 'node:events';
import WebSocket, { type ClientOptions } from 'ws';
import type { Answer } from './test-hub.ts';

/** A socket as a stranger uses it: any message, in any order. */
export class RawSocket {
  /** Those that this process has not closed. */
  static readonly opened = new Set<RawSocket>();

  readonly heard: Answer[] = [];
  code?: number;
  reason?: string;
  private readonly closing: Promise<void>;

  private constructor(readonly ws: WebSocket) {
    ws.on('message', data => this.heard.push(JSON.parse(String(data))));
    ws.on('error', () => undefined);
    RawSocket.opened.add(this);
    this.closing = new Promise(done =>
      ws.once('close', (code, reason) => {
        this.code = code;
        this.reason = String(reason);
        RawSocket.opened.delete(this);
        done();
      }),
    );
  }

  static async open(url: string, options: ClientOptions = {}): Promise<RawSocket> {
    const socket = new RawSocket(new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options));
    await once(socket.ws, 'open');
    return socket;
  }

  /** Opened and greeted. */
  static async greeted(url: string, payload: object = {}, options: ClientOptions = {}): Promise<RawSocket> {
    const socket = await RawSocket.open(url, options);
    socket.say({ type: 'connection_init', payload });
    await Promise.race([socket.hears('connection_ack'), socket.closed()]);
    return socket;
  }

  say(message: object | string): void {
    if (this.ws.readyState === this.ws.OPEN) this.ws.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  ask(id: string, query: string, variables: object = {}): void {
    this.say({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** The first message of this type, and id if one is given. */
  async hears(type: string, id?: string, patience = 5_000): Promise<Answer> {
    for (const end = Date.now() + patience; Date.now() < end; await new Promise(soon => setTimeout(soon, 5))) {
      const found = this.heard.find(message => message.type === type && (id === undefined || message.id === id));
      if (found) return found;
      if (this.code !== undefined) break;
    }
    throw new Error(`No ${type} came; the socket ${this.code ?? 'is open'} ${JSON.stringify(this.heard).slice(0, 500)}`);
  }

  /** How it was closed. */
  async closed(): Promise<number> {
    await this.closing;
    return this.code!;
  }

  close(): void {
    this.ws.terminate();
  }
}

/** The status with which an upgrade is refused. */
export async function refusedUpgrade(url: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  const ws = new WebSocket(`${url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
  ws.on('error', () => undefined);
  const [, response] = (await once(ws, 'unexpected-response')) as [unknown, IncomingMessage];
  response.resume();
  return response.statusCode!;
}

/** A POST whose body never ends: how much of it was taken, and what was answered. */
export async function endlessPost(url: string): Promise<{ status: number; sent: number; cut: boolean }> {
  const post = request(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' } });
  const chunk = Buffer.alloc(16_384, 0x20);
  let sent = 0;
  let cut = false;
  const pouring = setInterval(() => post.writable && post.write(chunk, () => (sent += chunk.length)), 1);
  const gone = new Promise<void>(done => post.once('close', () => done()));
  post.on('error', () => (cut = true));
  const [response] = (await once(post, 'response')) as [IncomingMessage];
  response.on('error', () => undefined).resume();
  post.socket?.once('close', () => (cut = true));
  await Promise.race([gone, new Promise(late => setTimeout(late, 5_000).unref())]);
  clearInterval(pouring);
  post.destroy();
  return { status: response.statusCode!, sent, cut };
}
