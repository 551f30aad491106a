import { setImmediate as nextTurn } from 'node:timers/promises';
import { Readable } from 'node:stream';

/**
 * A letter's bytes, whose end waits. nodemailer writes the final dot when this stream ends: so the end comes only once everything else has
 * left for the network and it is recorded that the letter is handed over.
 */
export class LastWord extends Readable {
  /** The server takes the letter in. */
  begun = false;
  /** Recorded: the dot follows at once. */
  handed = false;
  /** Held, withdrawn or taken by another meanwhile. */
  lost = false;
  private asked = false;

  constructor(
    private readonly bytes: Buffer,
    private readonly flushed: () => Promise<void>,
    private readonly handOver: () => Promise<boolean>,
  ) {
    super({ highWaterMark: 1 });
  }

  override _read(): void {
    if (!this.begun) {
      this.begun = true;
      this.push(this.bytes);
    } else if (!this.asked) {
      this.asked = true;
      this.end().catch((error: Error) => this.destroy(error));
    }
  }

  private async end(): Promise<void> {
    await nextTurn();
    await this.flushed();
    if (this.destroyed) return;
    this.handed = await this.handOver();
    this.lost = !this.handed;
    if (this.lost) this.destroy(new Error('It is not ours to send any more.'));
    else this.push(null);
  }
}
