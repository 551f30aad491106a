import type { Language } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { Asking } from '../letter-facts.query.ts';

/** A request whose message is to be written now. */
export interface Due extends Asking {
  id: string;
  through: string;
  contact: string | null;
  language: Language;
  expiresAt: Date;
  services: string[];
}

/** Not of who has answered meanwhile, or whose campaign is over. */
export const dueOf = (tx: Transaction, requests: readonly string[], reminder: boolean): Promise<Due[]> =>
  tx.manager.query<Due[]>(dueSql, [requests, reminder ? ['SENT', 'OPENED'] : ['PENDING']]);

/** Whom they are for, by name. */
export async function named(tx: Transaction, requests: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.manager.query<{ id: string; name: string }[]>(
    `select request.id, coalesce(organization.name_fr, organization.name_en) as name
     from outreach.request join directory_published.organization on organization.id = request.organization_id where request.id = any($1)`,
    [requests],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const dueSql = `
  select request.id, request.organization_id as through, request.contact_id as contact, request.language, request.expires_at as "expiresAt",
    jsonb_build_object('fr', campaign.subject_fr, 'en', campaign.subject_en) as subject,
    jsonb_build_object('fr', campaign.message_fr, 'en', campaign.message_en) as message,
    jsonb_build_object('fr', campaign.question_fr, 'en', campaign.question_en) as question,
    campaign.facts, campaign.asks_capacity as "asksCapacity", campaign.due_at as "dueAt",
    array(select unnest(asked.services) from outreach.asked where asked.request_id = request.id and asked.answered_at is null) as services
  from outreach.request join outreach.campaign on campaign.id = request.campaign_id
  where request.id = any($1) and request.state = any($2) and campaign.state in ('RUNNING', 'PAUSED') and request.revoked_at is null`;
