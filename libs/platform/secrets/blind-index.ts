import { Inject, Injectable } from '@nestjs/common';
import { Seals } from './seals.ts';

const BYTES = 4;

/**
 * Finds what is sealed by what it says, without saying it: 32 bits under a secret of our own. Several values share each, so who finds
 * must open and compare, and the index is no list of who is there.
 */
@Injectable()
export class BlindIndex {
  constructor(@Inject(Seals) private readonly seals: Seals) {}

  /** `kind`: two kinds of the same value are not linked by it. `value`: as it is always written, such as E.164. */
  async of(kind: string, value: string): Promise<Buffer> {
    return (await this.seals.seal('blind-index', `${kind} ${value.normalize('NFKC').trim().toLowerCase()}`)).subarray(0, BYTES);
  }
}
