import type { DataSource } from 'typeorm';
import type { Role } from '#libs/identity';
import { bonnePage, pain, someServices } from './region.ts';
import type { Answer, TestHub } from './test-hub.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Spoken for by La Bonne Page. */
export const relayed = id(3);
export const unreachable = id(4);
/** All it offers is in English. */
export const english = id(5);

/** Five organizations: two of `someServices`, one that is spoken for, one that nobody can write to, one in English; each is one service at least. */
export async function organizationsToAsk(db: DataSource): Promise<void> {
  await someServices(db);
  await db.query(`
    update directory.organization set email = 'pain@test.invalid' where id = '${pain}';
    update directory.organization set email = 'page@test.invalid', preferred_channel = 'EMAIL' where id = '${bonnePage}';
    insert into directory.organization (id, source_id, name_fr, name_en, email, preferred_channel, relay_organization_id) values
      ('${relayed}', 'relayed', 'Les Voisins', null, 'voisins@test.invalid', 'RELAY', '${bonnePage}'),
      ('${unreachable}', 'unreachable', 'Le Téléphone', null, null, 'PHONE', null),
      ('${english}', 'english', null, 'The Helping Hand', 'hand@test.invalid', null, null);
    insert into directory.service (id, source_id, organization_id, name_fr, name_en, languages) values
      ('${id(13)}', 'voisins', '${relayed}', 'Visites d’amitié', null, '{fr}'),
      ('${id(14)}', 'telephone', '${unreachable}', 'Écoute', null, '{fr}'),
      ('${id(15)}', 'hand', '${english}', null, 'Grocery delivery', '{en}');
    insert into directory.service_category (service_id, category)
      select id, 'food' from directory.service where source_id in ('voisins', 'telephone', 'hand')`);
}

export const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

export const crue = {
  name: { fr: 'Crue du printemps', en: 'Spring flood' },
  subject: { fr: 'Êtes-vous ouvert pendant la crue ?', en: 'Are you open during the flood?' },
  message: { fr: 'La rivière monte.\n\nDites-nous ce que vous offrez.', en: 'The river is rising.\n\nTell us what you offer.' },
  filter: {},
};

type Who = [role?: Role, organizationId?: string];
export const researcher: Who = ['RESEARCHER', bonnePage];
export const coordinator: Who = ['MUNICIPAL_COORDINATOR', bonnePage];

/** The member of its result that a command answers with. */
export async function act(
  hub: TestHub,
  name: string,
  input: object,
  type = 'CampaignStep',
  who: Who = researcher,
  language = 'fr',
): Promise<Answer> {
  const answer = await (
    await hub.as(...who)
  ).ask(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on Refusal { code message field }
      ... on ${done[type] ?? 'CampaignStepDone'} { campaign { id state sendAt sentAt asked withoutAddress counts { ${states} } } } } }`,
    { input },
    language,
  );
  return answer[name] ?? answer;
}
const done: Record<string, string> = { PlanCampaign: 'CampaignPlanned', ChangeCampaign: 'CampaignChanged' };
const states = 'pending sent opened answered bounced expired declined';

export const plan = (hub: TestHub, input: object = {}, who: Who = researcher): Promise<Answer> =>
  act(hub, 'planCampaign', { ...crue, dueAt: soon(24), ...input }, 'PlanCampaign', who);

export async function campaign(hub: TestHub, campaignId: string, who: Who = researcher): Promise<Answer> {
  const { campaign } = await (
    await hub.as(...who)
  ).ask(
    `query ($id: ID!) { campaign(id: $id) { id state name { fr en } filter { categories text } asked answeredOrganizations withoutAddress sentAt closedAt
       madeByName counts { ${states} } byTerritory { territory { code } asked answered } answersByHour { n }
       comparison { answeredShare previousAnsweredShare } previous { id }
       requests { totalCount edges { node { organization { id } relay { id } state language services reminders bounceCode answeredBy } } } } }`,
    { id: campaignId },
  );
  return campaign;
}
