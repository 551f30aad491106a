import { codeOf, type Handing, type Verdict } from '../outgoing/parcel.ts';
import { type Envelope, type Patience, SmtpLine } from './smtp-line.ts';

const IDLE = 5_000;

export interface Sending {
  envelope: Envelope;
  compose: () => Promise<Buffer>;
  handing: Handing;
  /** Before those that wait already. */
  first: boolean;
}

/** Several lines to one mail server. They are opened one after the other, so that a server that is away is asked once. */
export class SmtpLines {
  private readonly open = new Set<SmtpLine>();
  private readonly idle: SmtpLine[] = [];
  private readonly waiting: { first: boolean; go: (mayGo: boolean) => void }[] = [];
  private opening: Promise<unknown> = Promise.resolve();
  private failures = 0;
  private timer?: NodeJS.Timeout;
  private closed = false;

  constructor(
    private readonly url: () => Promise<string>,
    private free: number,
    private readonly patience: Patience,
  ) {}

  async send({ envelope, compose, handing, first }: Sending): Promise<Verdict> {
    if (!(await this.turn(first))) return { came: 'BACK' };
    try {
      const bytes = await compose();
      for (;;) {
        const line = await this.line();
        if (!line) return { came: 'BACK' };
        const verdict = await line.send(envelope, bytes, handing);
        if (line.alive) this.idle.push(line);
        else this.open.delete(line);
        if (verdict?.came === 'AWAY') this.sendBack();
        if (verdict) return verdict;
      }
    } catch (error) {
      this.sendBack();
      return { came: 'AWAY', code: codeOf(error) };
    } finally {
      this.leave();
    }
  }

  /** What is on its way has so long to end. */
  async close(patience: number): Promise<void> {
    this.closed = true;
    this.sendBack();
    this.hangUp();
    for (const end = Date.now() + patience; this.open.size > 0 && Date.now() < end;) await new Promise(soon => setTimeout(soon, 20));
    for (const line of this.open) line.close();
  }

  /** One that is open and free; else a new one; null where that has just failed for somebody before. */
  private async line(): Promise<SmtpLine | null> {
    for (let line = this.idle.pop(); line; line = this.idle.pop()) {
      if (line.alive) return line;
      this.open.delete(line);
    }
    const before = this.failures;
    const opened = this.opening.then(async () => {
      if (this.closed || this.failures !== before) return null;
      const line = new SmtpLine(await this.url(), this.patience);
      this.open.add(line);
      await line.open().catch((error: Error) => {
        this.open.delete(line);
        throw error;
      });
      return line;
    });
    this.opening = opened.catch(() => undefined);
    return opened;
  }

  private turn(first: boolean): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.closed) return Promise.resolve(false);
    if (this.free > 0) {
      this.free--;
      return Promise.resolve(true);
    }
    return new Promise(go => {
      const behind = first ? this.waiting.findIndex(other => !other.first) : -1;
      this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, { first, go });
    });
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) return next.go(true);
    this.free++;
    if (this.closed) this.hangUp();
    else this.timer = setTimeout(() => this.hangUp(), IDLE).unref();
  }

  /** Whoever waits would only find out the same. */
  private sendBack(): void {
    this.failures++;
    for (const { go } of this.waiting.splice(0)) go(false);
  }

  private hangUp(): void {
    for (const line of this.idle.splice(0)) {
      this.open.delete(line);
      line.quit();
    }
  }
}
