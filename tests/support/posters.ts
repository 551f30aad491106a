import { bonnePage, kitchen, pain } from './region.ts';
import type { Answer, TestClient, TestHub } from './test-hub.ts';

export const poster = `id organization { id name { fr } } thisWeek { pin from until } nextWeek { pin from until } printedAt lastUsedAt wrongPins
  waitsUntil answers { firstName services }`;
const refused = '... on Refusal { code field }';

export interface Hung {
  posterId: string;
  token: string;
  pin: string;
}

const change = async (by: TestClient, name: string, type: string, input: object, more: string): Promise<Answer> => {
  const said = await by.ask(`mutation ($input: ${type}Input!) { answer: ${name}(input: $input) { __typename ${more} ${refused} } }`, {
    input,
  });
  return said.answer ?? said;
};

export const makes = (by: TestClient, organizationId: string, more: object = {}): Promise<Answer> =>
  change(by, 'makePoster', 'MakePoster', { organizationId, ...more }, `... on PosterMade { poster { ${poster} } }`);
export const prints = (by: TestClient, posterId: string): Promise<Answer> =>
  change(by, 'printPoster', 'PrintPoster', { posterId }, `... on PosterPrinted { path poster { ${poster} } }`);
export const renews = (by: TestClient, posterId: string, more: object = {}): Promise<Answer> =>
  change(by, 'renewPosterPin', 'PosterStep', { posterId, ...more }, `... on PosterStepDone { poster { ${poster} } }`);
export const revokes = (by: TestClient, posterId: string): Promise<Answer> =>
  change(by, 'revokePoster', 'PosterStep', { posterId }, `... on PosterStepDone { poster { id } }`);

/** Made, printed and hung up at the counter. */
export async function hangs(hub: TestHub, organization = pain): Promise<Hung> {
  const by = await hub.as('RESEARCHER', bonnePage);
  const made = await makes(by, organization);
  const { path } = await prints(by, made.poster.id);
  return { posterId: made.poster.id, token: path.slice('/p/'.length), pin: made.poster.thisWeek.pin };
}

const answering = `mutation ($input: AnswerByPosterInput!) { answer: answerByPoster(input: $input) { __typename
  ... on PosterAnswered { services { id status { state source note { fr } } } leftOut { serviceId why } others { state service { id } } }
  ... on Refusal { code message field } } }`;

export async function answers(by: TestClient, { token, pin }: Pick<Hung, 'token' | 'pin'>, more: object = {}): Promise<Answer> {
  const input = { token, pin, firstName: 'Ginette', answers: [{ serviceId: kitchen, state: 'OPEN' }], ...more };
  const said = await by.ask(answering, { input });
  return said.answer ?? said;
}

/** A number that this is not. */
export const another = (pin: string): string => String((Number(pin) + 1) % 10_000).padStart(4, '0');
