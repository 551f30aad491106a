import { CreateAccount } from '#libs/identity';
import { Clock, newId } from '#libs/kernel';
import { Links, UnitOfWork } from '#libs/platform';
import { bonnePage, kitchen, library, pain } from './region.ts';
import type { TestHub } from './test-hub.ts';

interface Wanted {
  organization?: string;
  services?: string[];
  /** Those that it speaks for in this campaign. */
  relayed?: [organization: string, services: string[]][];
  facts?: string[];
  question?: string;
  language?: 'fr' | 'en';
  ttlMs?: number;
}

export interface Asked {
  campaignId: string;
  requestId: string;
  token: string;
}

/** A campaign under way that has asked this organization, and the link that was mailed. */
export async function request(
  hub: TestHub,
  { organization = pain, services = [kitchen], relayed = [], facts = [], question, language = 'fr', ttlMs = 72 * 3_600_000 }: Wanted = {},
): Promise<Asked> {
  const [campaignId, requestId, now] = [newId(), newId(), hub.get(Clock).now()];
  const { accountId } = await hub.get(CreateAccount).run({ email: `${newId()}@test.invalid`, displayName: 'R', language: 'fr' });
  await hub.db.query(
    `insert into outreach.campaign (id, state, due_at, sent_at, made_by, made_at, name_fr, subject_fr, subject_en, message_fr, message_en, filter, facts, question_fr)
     values ($1, 'RUNNING', $2::timestamptz + interval '1 day', $2, $3, $2, 'Neige', 'Vos services aujourd’hui', 'Your services today',
       'La neige a tout arrêté.', 'The snow has stopped everything.', '{}', $4, $5)`,
    [campaignId, now, accountId, facts, question ?? null],
  );
  await hub.db.query(
    `insert into outreach.request (id, campaign_id, organization_id, language, state, sent_at, expires_at)
     values ($1, $2, $3, $4, 'SENT', $5, $5::timestamptz + make_interval(secs => $6))`,
    [requestId, campaignId, organization, language, now, ttlMs / 1_000],
  );
  for (const [organizationId, asked] of [[organization, services] as const, ...relayed])
    await hub.db.query('insert into outreach.asked (campaign_id, organization_id, request_id, services) values ($1, $2, $3, $4)', [
      campaignId,
      organizationId,
      requestId,
      asked,
    ]);
  return { campaignId, requestId, token: await linkTo(hub, requestId, ttlMs) };
}

export const linkTo = (hub: TestHub, requestId: string, ttlMs = 72 * 3_600_000): Promise<string> =>
  hub.get(UnitOfWork).run(tx => hub.get(Links).mint(tx, { purpose: 'update-request', subject: requestId, ttlMs, uses: 1_000 }));

export const relayedLibrary: [string, string[]][] = [[bonnePage, [library]]];

export const answering = `mutation ($input: AnswerUpdateRequestInput!) { answer: answerUpdateRequest(input: $input) { __typename
  ... on UpdateRequestAnswered { services { id name { fr } status { state source observedAt confirmedAt note { fr } } } leftOut { serviceId why }
    others { state service { id } } }
  ... on Refusal { code field } } }`;

/** How a request stands, and whom of its campaign has answered, and how. */
export async function stands(hub: TestHub, { requestId, campaignId }: Asked) {
  const [{ state }] = await hub.db.query<[{ state: string }]>('select state from outreach.request where id = $1', [requestId]);
  const by = await hub.db.query<{ organization_id: string; answered_by: string | null }[]>(
    'select organization_id, answered_by from outreach.asked where campaign_id = $1 order by organization_id',
    [campaignId],
  );
  return { state, by: Object.fromEntries(by.map(({ organization_id, answered_by }) => [organization_id, answered_by])) };
}
