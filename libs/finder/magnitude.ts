import { Inject, Injectable } from '@nestjs/common';
import { Prepared } from '#libs/platform';

/** From here on a statement planned for any value may read the whole directory for a few rows of it. */
const LARGE = 20_000;
const KNOWN_FOR = 60_000; // ms

/** Whether the directory is a large one, as its last `analyze` found it: asked once a minute. */
@Injectable()
export class Magnitude {
  private asked = -Infinity;
  private large = Promise.resolve(false);

  constructor(@Inject(Prepared) private readonly prepared: Prepared) {}

  isLarge(): Promise<boolean> {
    if (performance.now() - this.asked > KNOWN_FOR) {
      this.asked = performance.now();
      this.large = this.prepared.query<{ services: number }>('select services from directory_published.magnitude', []).then(
        ([row]) => (row?.services ?? 0) >= LARGE,
        () => false,
      );
    }
    return this.large;
  }
}
