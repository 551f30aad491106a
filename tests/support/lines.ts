import type { Role } from '#libs/identity';
import { Clock } from '#libs/kernel';
import { bonnePage } from './region.ts';
import type { Answer, TestHub } from './test-hub.ts';

export type Who = [role?: Role, organizationId?: string];
export const supervisor: Who = ['CENTRE_SUPERVISOR', bonnePage];
export const counsellor: Who = ['COUNSELLOR', bonnePage];
export const coordinator: Who = ['MUNICIPAL_COORDINATOR', bonnePage];

/** The member of its result that a command answers with, with these of its fields; or the error. */
export async function act(
  hub: TestHub,
  name: string,
  input: object,
  done: string,
  who: Who = supervisor,
  language = 'fr',
): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { code message field } ${done} } }`;
  const answer = await (await hub.as(...who)).ask(query, { input }, language);
  return answer[name] ?? answer;
}

/** These come in now: their tokens have not ended in any past that is turned to afterwards. */
export const comeIn = (hub: TestHub, everybody: readonly Who[]): Promise<unknown> => Promise.all(everybody.map(who => hub.as(...who)));

/** From now on it is this moment. */
export const turn = (hub: TestHub, at: string): void => void (hub.get(Clock).now = () => new Date(at));

/** As an operator would open one. */
export async function crisis(hub: TestHub, exercise = false): Promise<string> {
  const input = { name: { fr: 'Panne' }, nature: 'OUTAGE', areas: [{ territory: 'laval', phase: 'ALERT' }], exercise };
  return (await act(hub, 'openCrisis', input, '... on CrisisOpened { crisis { id } }')).crisis.id;
}
