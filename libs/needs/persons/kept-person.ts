import { Inject, Injectable } from '@nestjs/common';
import { Envelopes, Secret, type SealedPlace, type Transaction } from '#libs/platform';
import type { KeptState } from '#libs/schema';

interface Kept {
  readonly keyId: string;
  readonly place: SealedPlace;
  readonly blob: Buffer;
}
export type Read<Person> = { readonly state: KeptState } & { readonly person: Person | null };

/** What is kept of one person, as one sealed text: nothing of its shape is told. */
@Injectable()
export class KeptPerson {
  constructor(@Inject(Envelopes) private readonly envelopes: Envelopes) {}

  newKey(tx: Transaction): Promise<string> {
    return this.envelopes.newKey(tx);
  }

  seal(tx: Transaction, keyId: string, place: SealedPlace, person: object): Promise<Buffer> {
    return this.envelopes.seal(tx, keyId, place, JSON.stringify(person));
  }

  async read<Person extends object>(tx: Transaction, kept: Kept): Promise<Read<Person>> {
    const opened = await this.envelopes.open(tx, kept);
    if (!(opened instanceof Secret)) return { state: opened, person: null };
    return { state: 'READABLE', person: JSON.parse(opened.reveal()) as Person }; // as it was sealed above
  }

  /** Those that can be read. */
  async readAll<Person extends object>(tx: Transaction, kept: readonly Kept[]): Promise<Person[]> {
    const opened = await this.envelopes.openAll(tx, kept);
    return opened.flatMap(one => (one instanceof Secret ? [JSON.parse(one.reveal()) as Person] : [])); // as it was sealed above
  }

  destroy(tx: Transaction, keyIds: readonly string[]): Promise<number> {
    return this.envelopes.destroy(tx, keyIds);
  }
}

/** As people write it here; another country's stays as it is. */
export const dialed = (number: string): string => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1 $2-$3');
