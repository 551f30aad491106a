import { setImmediate as nextTurn } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { Handing } from '../outgoing/parcel.ts';

interface Around {
  /** Everything said so far has left this process. */
  flushed: () => Promise<void>;
  /** Asks it just before the next bytes are written, which are lost with the line if it says no. */
  before: (mayBeSaid: () => boolean) => void;
  handing: Handing;
}

/**
 * A letter's bytes, whose end waits. nodemailer writes the final dot when this stream ends: so the end comes only once everything else has
 * left for the network and it is recorded that the letter is handed over; and the dot itself is noted just before it is written.
 */
export class LastWord extends Readable {
  /** Recorded: the dot follows at once. */
  handed = false;
  /** Held, withdrawn or taken by another meanwhile. */
  lost = false;
  private said = false;
  /** Whether it is being recorded, or was. */
  asked = false;

  constructor(
    private readonly bytes: Buffer,
    private readonly around: Around,
  ) {
    super({ highWaterMark: 1 });
  }

  override _read(): void {
    if (!this.said) {
      this.said = true;
      this.push(this.bytes);
    } else if (!this.asked) {
      this.asked = true;
      this.end().catch((error: Error) => this.destroy(error));
    }
  }

  private async end(): Promise<void> {
    await nextTurn();
    await this.around.flushed();
    if (this.destroyed) return;
    this.lost = !(await this.around.handing.record());
    if (this.lost) return void this.destroy(new Error('It is not ours to send any more.'));
    if (this.destroyed) return; // the line broke meanwhile: it was never said
    this.handed = true;
    this.around.before(() => this.around.handing.lastWord());
    this.push(null);
  }
}
