import { Forbidden, Unauthenticated } from './errors.ts';
import type { Language } from './language.ts';

export type Reach = 'OWN_ORGANIZATION' | 'TERRITORY' | 'REGION';

/** One permission that one role in one organization gives. */
export interface Grant {
  permission: string;
  reach: Reach;
  role: string;
  organizationId?: string;
  territories?: readonly string[];
}

/** A row that belongs to an organization and lies in territories. */
export interface Placed {
  readonly organizationId: string;
  readonly territories: readonly string[];
}

interface Who {
  /** What idempotency and audit know the caller by: `account:…`, `link:…`, `anonymous`. */
  id: string;
  accountId?: string;
  language?: Language;
  grants: readonly Grant[];
}

/** Who is asking: an account, a signed link, or nobody. */
export class Actor {
  readonly id: string;
  readonly accountId?: string;
  /** The account's own; undefined where the request's header decides. */
  readonly language?: Language;
  readonly grants: readonly Grant[];

  constructor({ id, accountId, language, grants }: Who) {
    this.id = id;
    this.accountId = accountId;
    this.language = language;
    this.grants = grants;
  }

  /** With a row: may it do so to this one; without: to some row at least. Never use the latter to filter a list. */
  may(permission: string, row?: Placed): boolean {
    return this.grants.some(grant => grant.permission === permission && (!row || reaches(grant, row)));
  }

  /** The roles by which it may do so to this row. */
  rolesFor(permission: string, row: Placed): string[] {
    return this.grants.filter(grant => grant.permission === permission && reaches(grant, row)).map(({ role }) => role);
  }

  /** The organizations to whose rows it may do so, for SQL; null for all of them. */
  organizationsFor(permission: string): string[] | null {
    const grants = this.grants.filter(grant => grant.permission === permission);
    if (grants.some(({ reach }) => reach === 'REGION')) return null;
    return grants.flatMap(({ reach, organizationId }) => (reach === 'OWN_ORGANIZATION' && organizationId ? [organizationId] : []));
  }

  /** Nobody signed in is asked to; who is signed in without the permission is told no. */
  demand(permission: string): void {
    if (this.may(permission)) return;
    throw this.accountId ? new Forbidden(permission) : new Unauthenticated();
  }
}

function reaches(grant: Grant, row: Placed): boolean {
  switch (grant.reach) {
    case 'REGION':
      return true;
    case 'TERRITORY':
      return !grant.territories?.length || row.territories.some(territory => grant.territories?.includes(territory));
    case 'OWN_ORGANIZATION':
      return row.organizationId === grant.organizationId;
  }
}
