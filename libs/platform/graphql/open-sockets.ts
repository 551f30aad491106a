import { Inject, Injectable } from '@nestjs/common';
import { Bell } from '../events/bell.ts';
import { isLoopback } from '../http/address.ts';
import { LOG, type Log } from '../observability/log.ts';
import { Metrics } from '../observability/metrics.ts';
import { Settings } from '../settings/settings.ts';
import { Callers } from './callers.ts';
import { ACCESS_CHANNEL } from './context.ts';
import type { LiveSocket } from './live-socket.ts';

/** A session that ended without a word to us (its time ran out) is found this soon. */
const RECHECK = 3_500;
const FAREWELL = 2_500;

/** The sockets of this hub: how many of whom, whether they are alive, and whether their people may still be here. */
@Injectable()
export class OpenSockets {
  private readonly all = new Set<LiveSocket>();
  private readonly timers: NodeJS.Timeout[] = [];
  private checking?: Promise<void>;
  private again = false;
  private lookedAt = 0;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Bell) private readonly bell: Bell,
    @Inject(LOG) private readonly log: Log,
  ) {}

  watch(): void {
    const beat = Math.max(50, Math.min(1_000, this.settings.limits.socketPingMs / 4));
    this.lookedAt = performance.now();
    this.timers.push(
      setInterval(() => this.keepAlive(beat), beat),
      setInterval(() => void this.recheck(), RECHECK),
    );
    for (const timer of this.timers) timer.unref();
    this.bell.on(ACCESS_CHANNEL, () => void this.recheck());
  }

  add(socket: LiveSocket): void {
    this.all.add(socket);
    this.metrics.sockets.set(this.all.size);
  }

  remove(socket: LiveSocket): void {
    this.all.delete(socket);
    this.metrics.sockets.set(this.all.size);
    this.metrics.subscriptions.dec(socket.running.size);
    socket.running.clear();
  }

  /** No room for one more from this address. */
  fullFor(address: string): boolean {
    return this.count(socket => socket.arrival.address === address) >= this.most(this.settings.limits.socketsPerAddress, address);
  }

  /** This one makes more of its account's than there may be. */
  tooManyOf({ accountId, arrival }: LiveSocket): boolean {
    return this.count(socket => socket.accountId === accountId) > this.most(this.settings.limits.socketsPerAccount, arrival.address);
  }

  /** Bids everyone come back elsewhere, or a little later. */
  async closeAll(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const socket of this.all) socket.close(1012, 'The hub is restarting');
    for (const end = performance.now() + FAREWELL; this.all.size > 0 && performance.now() < end;)
      await new Promise(soon => setTimeout(soon, 10));
  }

  private most(limit: number, address: string): number {
    return isLoopback(address) ? limit * this.settings.limits.loopbackFactor : limit;
  }

  private count(counts: (socket: LiveSocket) => boolean): number {
    let count = 0;
    for (const socket of this.all) if (counts(socket)) count += 1;
    return count;
  }

  private keepAlive(beat: number): void {
    const now = performance.now();
    const deaf = Math.max(0, now - this.lookedAt - beat); // a busy hub lets nobody go for answers that it has not read yet
    this.lookedAt = now;
    for (const socket of this.all) socket.keepAlive(now, deaf);
  }

  /** One query for all; asked again if it was asked for meanwhile. */
  private recheck(): Promise<void> {
    this.again = true;
    return (this.checking ??= this.check().finally(() => (this.checking = undefined)));
  }

  private async check(): Promise<void> {
    while (this.again) {
      this.again = false;
      const signedIn = [...this.all].filter(socket => socket.credentialId !== null);
      if (signedIn.length === 0) return;
      const ids = new Set(signedIn.map(socket => socket.credentialId!));
      const known = await this.callers.recognition.recheck([...ids]).catch((error: Error) => {
        this.log.warn({ error: error.message }, 'sockets could not be rechecked'); // tried again in a moment
      });
      if (!known) return;
      for (const socket of signedIn) {
        const recognized = known.get(socket.credentialId!);
        if (recognized) socket.actor = recognized.actor;
        else socket.close(4403, 'The session has ended');
      }
    }
  }
}
