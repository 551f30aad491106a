import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#libs/kernel';

const listed = (values: readonly (string | undefined)[]): string => [...new Set(values.filter(Boolean))].join(',');

/**
 * Tells the database who acts, until this transaction ends: `fanal.account`, `fanal.organizations`, `fanal.roles`, and in `fanal.people`
 * what they may read of people and where (`read-routing@<organization>`). Policies of row-level security ask for these; not told, none pass.
 */
export async function actAs(manager: EntityManager, { accountId, grants }: Actor, { readOnly = false } = {}): Promise<void> {
  const people = grants.filter(({ permission, organizationId }) => permission.startsWith('person:') && organizationId);
  await manager.query(
    `select set_config('fanal.account', $1, true), set_config('fanal.organizations', $2, true), set_config('fanal.roles', $3, true),
       set_config('fanal.people', $4, true)${readOnly ? `, set_config('transaction_read_only', 'on', true)` : ''}`,
    [
      accountId ?? '',
      listed(grants.map(({ organizationId }) => organizationId)),
      listed(grants.map(({ role }) => role)),
      listed(people.map(({ permission, organizationId }) => `${permission.slice('person:'.length)}@${organizationId}`)),
    ],
  );
}

/** Reads what row-level security defends, as who asks. Nothing is written, and nothing of it is left on the connection. */
@Injectable()
export class Reading {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  run<T>(actor: Actor, work: (tx: { readonly manager: EntityManager }) => Promise<T>): Promise<T> {
    return this.db.transaction('READ COMMITTED', async manager => {
      await actAs(manager, actor, { readOnly: true });
      return work({ manager });
    });
  }
}
