import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.ts';
import { Outbox, type Put } from '../outgoing/outbox.ts';
import type { Template } from '../outgoing/parcel.ts';
import { Settings } from '../settings/settings.ts';

/** A text message. */
export interface Text {
  /** As the directory has it, or E.164. */
  readonly to: string;
  readonly text: string;
}

/** Text messages, by the outbox, where a service that sends them is set; off otherwise. */
@Injectable()
export class Texts {
  constructor(
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  /** Nothing is to be put while they are off. */
  get on(): boolean {
    return this.settings.textUrl !== null;
  }

  /** Before the hub has started. */
  define(template: string, how: Template<Text>): void {
    this.outbox.define('TEXT', template, how);
  }

  put(tx: Transaction, template: string, subjects: readonly string[], how: Put = {}): Promise<void> {
    return this.outbox.put(tx, template, subjects, how);
  }
}
