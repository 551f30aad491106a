import type { Role } from '#libs/identity';
import { bonnePage } from './region.ts';
import type { Answer, TestHub } from './test-hub.ts';

const minutesAgo = (n: number): string => new Date(Date.now() - n * 60_000).toISOString();
const towns = [
  'auteuil',
  'chomedey',
  'duvernay',
  'fabreville',
  'iles-laval',
  'laval-des-rapides',
  'laval-ouest',
  'laval-sur-le-lac',
  'pont-viau',
];

/** What is said and read of gaps, on either of two hubs. */
export function gapsOn(hubs: { hub: TestHub; sibling: TestHub }) {
  const ask = async (
    query: string,
    variables: object = {},
    role: Role = 'CENTRE_SUPERVISOR',
    organization = bonnePage,
    at = hubs.hub,
  ): Promise<Answer> => (await at.as(role, organization)).ask(query, variables);

  let used = 0;
  /** So that each test has a gap of its own. */
  const somewhere = () => ({
    kind: ['TAXI', 'FOOD_AID', 'MASKS'][Math.floor(used / towns.length)]!,
    neighbourhood: towns[used++ % towns.length]!,
  });

  /** A counsellor flags a need: the gap that it stands in. */
  const flag = async (
    { kind, neighbourhood }: { kind: string; neighbourhood?: string },
    more: Answer = {},
    need: object = {},
    at = hubs.hub,
  ): Promise<Answer> => {
    const { caller, ...rest } = more;
    const input = {
      ...{ line: 'PHONE_211', startedAt: minutesAgo(5), endedAt: minutesAgo(1), language: 'fr', interpreted: false, ...rest },
      caller: { neighbourhood, ...caller },
      needs: [{ category: 'food', kind, outcome: 'UNMET', unmetReason: 'NO_SERVICE', ...need }],
    };
    const answer = await ask(
      `mutation ($input: RecordContactInput!) { recordContact(input: $input) { __typename ... on Refusal { code field }
        ... on ContactRecorded { contact { needs { gap { id count households state } } } } } }`,
      { input },
      'COUNSELLOR',
      bonnePage,
      at,
    );
    if (!answer.recordContact?.contact) throw new Error(`Not recorded: ${JSON.stringify(answer)}`);
    return answer.recordContact.contact.needs[0].gap;
  };

  /** What a command on a gap answers with; an error where there is one. */
  const act = async (
    name: string,
    input: object,
    role: Role = 'CENTRE_SUPERVISOR',
    organization = bonnePage,
    at = hubs.hub,
  ): Promise<Answer> => {
    const answer = await ask(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on Refusal { code message field }
        ... on GapChanged { gap { id state count assignedTo { id } answer { kind from } learned addressedBy { id }
          commitments { id organization { id } quantity unit per delivered until releasedAt } weight { uncommitted } } } } }`,
      { input },
      role,
      organization,
      at,
    );
    return answer[name] ?? answer;
  };

  const read = async (id: string, fields: string, role: Role = 'CENTRE_SUPERVISOR', organization = bonnePage): Promise<Answer> =>
    (await ask(`query ($id: ID!) { gap(id: $id) { ${fields} } }`, { id }, role, organization)).gap;

  return { ask, somewhere, flag, act, read };
}
