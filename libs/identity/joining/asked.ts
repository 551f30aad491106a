import { idFrom, type Language } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { emailFrom } from '../email.ts';
import { MembershipNotAsked } from './joining.refusals.ts';

/** An address as it is kept. */
export function knownEmail(given: string): string {
  const email = emailFrom(given);
  if (!email) throw new MembershipNotAsked('EMAIL_NOT_VALID', 'email');
  return email;
}

export function knownName(given: string): string {
  const name = given.trim();
  if (name.length < 1 || name.length > 200) throw new MembershipNotAsked('NAME_MISSING', 'displayName');
  return name;
}

/** `hidden`: also one that is confidential. */
export async function knownOrganization(tx: Transaction, given: string, { hidden = false } = {}): Promise<string> {
  const id = idFrom(given);
  const [found] = await tx.manager.query<object[]>(
    'select 1 from directory_published.organization where id = $1 and ($2 or not confidential)',
    [id, hidden],
  );
  if (!id || !found) throw new MembershipNotAsked('ORGANIZATION_NOT_FOUND', 'organizationId');
  return id;
}

export const languageOf = (given: string | null | undefined): Language => (given?.toLowerCase().startsWith('en') ? 'en' : 'fr');

/** Whether the account of this address speaks for it already. */
export async function isMember(tx: Transaction, organizationId: string, email: string): Promise<boolean> {
  const [held] = await tx.manager.query<object[]>(
    `select 1 from identity.membership join identity.account on account.id = account_id
     where organization_id = $1 and email = $2 and role = 'PARTNER_EDITOR' and membership.ended_at is null and account.ended_at is null`,
    [organizationId, email],
  );
  return held !== undefined;
}
