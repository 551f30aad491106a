import { randomUUID } from 'node:crypto';
import type { Language, Actor } from '#libs/kernel';
import type { WebSocket } from 'ws';
import type { Limits } from '../settings/limits.ts';
import type { Credential, RequestContext } from './context.ts';

const FAREWELL = 2_000;

/** What came with the upgrade, before a word was said. */
export interface Arrival {
  readonly address: string;
  readonly cookie: Credential | null;
  readonly acceptLanguage: string | undefined;
}

/** One open socket: who speaks through it, and how much it may still say and be told. */
export class LiveSocket {
  actor: Actor;
  language: Language = 'fr';
  credential: Credential | null = null;
  credentialId: string | null = null;
  accountId: string | null = null;
  /** The subscriptions that run on it, by the ids the client gave them. */
  readonly running = new Set<string>();
  /** What it asks for and has no answer to yet, and the contexts of its subscriptions. */
  readonly asking = new Set<Promise<unknown>>();
  readonly told = new Map<string, RequestContext>();
  heardAt = performance.now();
  pingedAt = performance.now();
  private allowance: number;
  private filledAt = performance.now();
  private closing = false;

  constructor(
    private readonly ws: WebSocket,
    readonly arrival: Arrival,
    private readonly limits: Limits,
    private readonly heardClose: (code: number) => void,
  ) {
    this.allowance = limits.socketMessagesBurst;
  }

  /** One more message: true while it keeps within its pace. */
  hears(): boolean {
    if (this.closing) return false;
    const now = performance.now();
    const { socketMessagesBurst, socketMessagesPerSecond } = this.limits;
    this.allowance = Math.min(socketMessagesBurst, this.allowance + ((now - this.filledAt) / 1000) * socketMessagesPerSecond) - 1;
    this.filledAt = now;
    if (this.allowance >= 0) return true;
    this.close(4429, 'Too many messages');
    return false;
  }

  /** Done when it has left: who reads slowly is told slowly, and holds one result per subscription in memory, not a queue. */
  send(data: string): Promise<void> {
    if (this.closing || this.ws.readyState !== this.ws.OPEN) return Promise.resolve();
    if (this.ws.bufferedAmount > this.limits.socketBufferedBytes) {
      this.close(1013, 'Too slow; resume from the last position');
      return Promise.resolve();
    }
    return new Promise(sent => this.ws.send(data, () => sent())); // a failure is followed by the close
  }

  close(code: number, reason: string): void {
    if (this.closing) return;
    this.closing = true;
    this.heardClose(code);
    this.ws.close(code, reason);
    setTimeout(() => this.ws.terminate(), FAREWELL).unref(); // it may not be listening
  }

  /** Asks whether anybody is there, and gives up on who has not answered for too long; `deaf`: for so long we heard nobody. */
  keepAlive(now: number, deaf: number): void {
    this.heardAt = Math.min(now, this.heardAt + deaf);
    if (now - this.heardAt > this.limits.socketDeadMs) return this.ws.terminate();
    if (now - this.pingedAt < this.limits.socketPingMs) return;
    this.pingedAt = now;
    if (this.ws.readyState === this.ws.OPEN) this.ws.ping();
  }

  /** What the resolvers of one operation know. Its actor is the socket's, as it is when asked. */
  context(): RequestContext {
    const actor = () => this.actor;
    return {
      get actor() {
        return actor();
      },
      language: this.language,
      requestId: randomUUID(),
      transport: 'socket',
      address: this.arrival.address,
      credential: this.credential,
    };
  }
}
