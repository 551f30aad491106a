import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#libs/kernel';
import { type Notice, type Outcome, type Push, Pushes, type Put, type Transaction } from '#libs/platform';
import type { Role } from '../roles.ts';

/** What a notice says, in the language of whom it is for. */
export type Saying = (language: Language) => Notice;

interface Row {
  id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  language: Language;
}

const GONE = ['HTTP_404', 'HTTP_410', 'PUSH_SERVICE_UNKNOWN'];

/** The devices of accounts, and telling them. */
@Injectable()
export class Devices {
  constructor(@Inject(Pushes) private readonly pushes: Pushes) {}

  /** Before the hub has started. */
  define(template: string, saying: Saying): void {
    this.pushes.define(template, {
      write: async (tx, subjects) => {
        const rows = await tx.manager.query<Row[]>(
          `select subscription.id, endpoint, p256dh, auth, language
           from identity.push_subscription subscription join identity.account on account.id = account_id
           where subscription.id = any($1) and account.ended_at is null`,
          [subjects],
        );
        const push = ({ endpoint, p256dh, auth, language }: Row): Push => ({
          device: { endpoint, p256dh, auth },
          notice: saying(language),
        });
        return new Map(rows.map(row => [row.id, push(row)]));
      },
      settled: (tx, outcomes) => this.settled(tx, outcomes),
    });
  }

  /** Every device of those who speak for these organizations. */
  tellEditors(tx: Transaction, template: string, organizations: readonly string[], how: Put): Promise<void> {
    return this.tellMembers(tx, template, 'PARTNER_EDITOR', organizations, how);
  }

  /** Every device of those who hold this role in these organizations. */
  async tellMembers(tx: Transaction, template: string, role: Role, organizations: readonly string[], how: Put): Promise<void> {
    const rows = await tx.manager.query<{ id: string }[]>(
      `select distinct subscription.id from identity.push_subscription subscription
         join identity.membership on membership.account_id = subscription.account_id
       where organization_id = any($1) and role = $2 and membership.ended_at is null`,
      [organizations, role],
    );
    await this.pushes.put(
      tx,
      template,
      rows.map(({ id }) => id),
      how,
    );
  }

  /** Every device of these accounts. */
  async tellAccounts(tx: Transaction, template: string, accounts: readonly string[], how: Put): Promise<void> {
    const rows = await tx.manager.query<{ id: string }[]>('select id from identity.push_subscription where account_id = any($1)', [
      accounts,
    ]);
    await this.pushes.put(
      tx,
      template,
      rows.map(({ id }) => id),
      how,
    );
  }

  async tell(tx: Transaction, template: string, subscriptionId: string): Promise<void> {
    await this.pushes.put(tx, template, [subscriptionId]);
  }

  /** A browser that took its subscription back is not written to again. */
  private async settled(tx: Transaction, outcomes: readonly Outcome[]): Promise<void> {
    const gone = outcomes.filter(({ outcome, code }) => outcome === 'DEAD' && GONE.includes(code ?? '')).map(({ subject }) => subject);
    if (gone.length > 0) await tx.manager.query('delete from identity.push_subscription where id = any($1)', [gone]);
  }
}
