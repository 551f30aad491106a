import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.ts';
import { Outbox, type Put } from '../outgoing/outbox.ts';
import type { Template } from '../outgoing/parcel.ts';

/** What a device shows; it passes through somebody else's service, so it says nothing personal and names nobody. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Where a tap leads, on this hub. */
  readonly path: string;
  /** A later one of the same tag replaces it. */
  readonly tag: string;
}

/** A device, as its browser described it. */
export interface Device {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export interface Push {
  readonly device: Device;
  readonly notice: Notice;
}

/** Notices to devices that asked for them (RFC 8030): by the outbox, as mail is. The subject of each is a device's subscription. */
@Injectable()
export class Pushes {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  /** Before the hub has started. */
  define(template: string, how: Template<Push>): void {
    this.outbox.define('PUSH', template, how);
  }

  put(tx: Transaction, template: string, subjects: readonly string[], how: Put = {}): Promise<void> {
    return this.outbox.put(tx, template, subjects, how);
  }
}
