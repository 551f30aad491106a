import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { idFrom, type Localized } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { ServiceState, SettlementBasis, SettlementOutcome } from '#libs/schema';
import { contradictionsMark, type Voice } from './contradictions-that-mark.ts';

export interface Said {
  readonly id: string;
  readonly serviceId: string;
  readonly organizationId: string;
  readonly says: ServiceState;
  readonly note: Localized | null;
  readonly madeBy: string;
  readonly byCentre: boolean;
  readonly address: string;
  readonly now: Date;
}

export interface Settled {
  readonly outcome: SettlementOutcome;
  readonly basis: SettlementBasis;
  readonly note: string | null;
  readonly settledBy: string;
  readonly now: Date;
}

/** Who says otherwise of services that are held: the only writer of `status.contradiction` and of the mark. */
@Injectable()
export class ContradictionBook {
  private secret?: Buffer;

  async add(tx: Transaction, { id, serviceId, organizationId, says, note, madeBy, byCentre, address, now }: Said): Promise<void> {
    await tx.manager.query(
      'insert into status.contradiction (id, service_id, says, made_at, made_by, by_centre, address_hmac) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, serviceId, says, now, madeBy, byCentre, await this.seal(tx, address)],
    );
    await tx.manager.query(
      'insert into status.contradiction_text (contradiction_id, organization_id, note_fr, note_en) values ($1, $2, $3, $4)',
      [id, organizationId, note?.fr || null, note?.en || null],
    );
  }

  /** Marks the status for everybody to see, if those who speak are enough. */
  async mark(tx: Transaction, serviceId: string, now: Date): Promise<void> {
    const voices = await tx.manager.query<Voice[]>(
      `select made_at as "madeAt", by_centre as "byCentre", nullif(made_by, 'anonymous') as account, encode(address_hmac, 'hex') as address
       from status.contradiction where service_id = $1 and settled_at is null and answered_at is null`,
      [serviceId],
    );
    if (!contradictionsMark(voices, now)) return;
    await tx.manager.query(
      `update status.contradiction set marked_at = $2
       where service_id = $1 and settled_at is null and answered_at is null and marked_at is null`,
      [serviceId, now],
    );
    await tx.manager.query(
      `insert into status.current (service_id, contradicted) values ($1, true)
       on conflict (service_id, location_id) do update set contradicted = true`,
      [serviceId],
    );
  }

  /** The organization has spoken of the whole anew: what was said before it looked is answered; what was said since stays open. */
  async answer(tx: Transaction, serviceId: string, observedAt: Date, now: Date): Promise<void> {
    await tx.manager.query(
      `update status.contradiction set answered_at = $3
       where service_id = $1 and made_at <= $2 and settled_at is null and answered_at is null`,
      [serviceId, observedAt, now],
    );
    const [open] = await tx.manager.query<unknown[]>(
      'select from status.contradiction where service_id = $1 and marked_at is not null and settled_at is null and answered_at is null limit 1',
      [serviceId],
    );
    if (!open) await this.unmark(tx, serviceId);
  }

  /** One check answers all who spoke. */
  async settle(
    tx: Transaction,
    serviceId: string,
    contradictionId: string,
    { outcome, basis, note, settledBy, now }: Settled,
  ): Promise<void> {
    await this.unmark(tx, serviceId);
    await tx.manager.query(
      `update status.contradiction set settled_at = $2, settled_by = $3, outcome = $4, basis = $5 where service_id = $1 and settled_at is null`,
      [serviceId, now, settledBy, outcome, basis],
    );
    if (!note) return;
    await tx.manager.query(`select set_config('fanal.reads_contradictions', '*', true)`); // who settles may read it
    await tx.manager.query('update status.contradiction_text set settlement_note = $2 where contradiction_id = $1', [
      contradictionId,
      note,
    ]);
  }

  /** One that waits to be settled, and whether everybody was told. */
  async open(tx: Transaction, contradictionId: string): Promise<{ id: string; serviceId: string; marked: boolean } | null> {
    const [found] = await tx.manager.query<{ id: string; serviceId: string; marked: boolean }[]>(
      `select id, service_id as "serviceId", marked_at is not null as marked from status.contradiction where id = $1 and settled_at is null`,
      [idFrom(contradictionId)],
    );
    return found ?? null;
  }

  private async unmark(tx: Transaction, serviceId: string): Promise<void> {
    await tx.manager.query('update status.current set contradicted = false where service_id = $1 and contradicted', [serviceId]);
  }

  private async seal(tx: Transaction, address: string): Promise<Buffer> {
    this.secret ??= (await tx.manager.query<[{ value: Buffer }]>('select value from status.secret'))[0].value;
    return createHmac('sha256', this.secret).update(address).digest();
  }
}
