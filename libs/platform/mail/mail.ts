import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.ts';
import { Outbox, type Put } from '../outgoing/outbox.ts';
import type { Template } from '../outgoing/parcel.ts';
import type { Letter } from './letter.ts';

/** Writes one letter at the moment it is sent. Null: it is not to be sent any more. */
export type Writer = (tx: Transaction, subject: string, base: string) => Promise<Letter | null>;

/** Mail leaves by the worker, after the commit of what asked for it; SMTP always. */
@Injectable()
export class Mail {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  /** Before the hub has started. */
  define(template: string, how: Template<Letter> | Writer): void {
    this.outbox.define('MAIL', template, typeof how === 'function' ? oneByOne(how) : how);
  }

  async put(tx: Transaction, template: string, subject: string, how: Put = {}): Promise<void> {
    await this.outbox.put(tx, template, [subject], how);
  }

  /** In one statement, however many. */
  async putMany(tx: Transaction, template: string, subjects: readonly string[], how: Put = {}): Promise<void> {
    await this.outbox.put(tx, template, subjects, how);
  }

  /** What has not left yet waits until it is let go; what is put under the group meanwhile does not. */
  hold(tx: Transaction, group: string): Promise<void> {
    return this.outbox.hold(tx, group);
  }

  letGo(tx: Transaction, group: string): Promise<void> {
    return this.outbox.letGo(tx, group);
  }

  /** What has not left yet never does; of which subjects that was so. */
  withdraw(tx: Transaction, which: { group: string } | { template: string; subjects: readonly string[] }): Promise<string[]> {
    return this.outbox.withdraw(tx, which);
  }
}

function oneByOne(writer: Writer): Template<Letter> {
  return {
    async write(tx, subjects, base) {
      const letters = new Map<string, Letter>();
      for (const subject of subjects) {
        const letter = await writer(tx, subject, base);
        if (letter) letters.set(subject, letter);
      }
      return letters;
    },
  };
}
