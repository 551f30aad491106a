import { TooManyRequests } from '#libs/platform';

interface Bounds {
  readonly atOnce: number;
  readonly patienceMs: number;
}

interface Waiting {
  readonly caller: string;
  readonly share: number;
  begin(): void;
}

/** More than can be served while they are patient. */
const IN_LINE = 5;

/** So many at once, of which one caller has a share. The others wait in line, past whoever has had theirs, as long as they are patient. */
export class Turns {
  private readonly held = new Map<string, number>();
  private line: Waiting[] = [];
  private running = 0;

  constructor(private readonly bounds: Bounds) {}

  /** What gives it back; throws `TooManyRequests` where none comes in time. */
  take(caller: string, share: number): Promise<() => void> {
    const { atOnce, patienceMs } = this.bounds;
    return new Promise((resolve, reject) => {
      const tooMany = () => reject(new TooManyRequests(patienceMs));
      if (this.line.length >= IN_LINE * atOnce) return tooMany();
      const tired = setTimeout(() => {
        this.line = this.line.filter(each => each !== waiting);
        tooMany();
      }, patienceMs);
      const begin = () => {
        clearTimeout(tired);
        this.hold(caller, 1);
        resolve(() => {
          this.hold(caller, -1);
          this.goOn();
        });
      };
      const waiting = { caller, share, begin };
      this.line.push(waiting);
      this.goOn();
    });
  }

  private goOn(): void {
    while (this.running < this.bounds.atOnce) {
      const next = this.line.find(({ caller, share }) => (this.held.get(caller) ?? 0) < share);
      if (!next) return;
      this.line = this.line.filter(each => each !== next);
      next.begin();
    }
  }

  private hold(caller: string, one: 1 | -1): void {
    this.running += one;
    const held = (this.held.get(caller) ?? 0) + one;
    if (held > 0) this.held.set(caller, held);
    else this.held.delete(caller);
  }
}
