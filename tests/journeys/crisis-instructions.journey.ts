import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '#libs/identity';
import { bonnePage, kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

type Who = [role?: Role, organizationId?: string];
const supervisor: Who = ['CENTRE_SUPERVISOR', bonnePage];
const partner: Who = ['PARTNER_EDITOR', pain];
const read = 'instructions { id question { fr en } answer { fr en } phone owner { id } validUntil }';

const ask = async (query: string, variables: object = {}, who: Who = []): Promise<Answer> =>
  (await hub.as(...who)).ask(query, variables, 'fr');
async function opened(exercise = false): Promise<string> {
  const input = { name: { fr: 'Crue' }, nature: 'FLOOD', areas: [{ territory: 'laval', phase: 'ALERT' }], exercise };
  const opening = 'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }';
  return (await ask(opening, { input }, supervisor)).openCrisis.crisis.id;
}
async function act(name: 'setInstruction' | 'withdrawInstruction', input: object, who: Who = supervisor): Promise<Answer> {
  const [type, done] = name === 'setInstruction' ? ['SetInstruction', 'InstructionSet'] : ['WithdrawInstruction', 'InstructionWithdrawn'];
  const answer = await ask(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on Refusal { code message field } ... on ${done} { crisis { ${read} } } } }`,
    { input },
    who,
  );
  return answer[name] ?? answer;
}
const instructions = async (id: string, who: Who = []) =>
  (await ask(`query ($id: ID!) { crisis(id: $id) { ${read} } }`, { id }, who)).crisis?.instructions;
/** But for what the worker says when it has counted words anew. */
const lastSaid = async () => (await hub.db.query(`select max(position) from platform.event where kind <> 'freshness-recounted'`))[0].max;

const water = { question: { fr: 'L’eau est-elle potable?', en: 'Is the water safe?' }, answer: { fr: 'Faites-la bouillir.' } };

test('what people ask has an answer to read, from its owner, until its end; it is changed, and withdrawn', async () => {
  const id = await opened();
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const set = (input: object) => act('setInstruction', { crisisId: id, ...water, ...input });
  const [made] = (await set({ phone: '311', ownerOrganizationId: bonnePage, validUntil: until })).crisis.instructions;
  expect(made).toMatchObject({ ...water, phone: '311', owner: { id: bonnePage }, validUntil: until });
  const changed = (await set({ instructionId: made.id, answer: { fr: 'Oui.', en: 'Yes.' } })).crisis.instructions;
  expect(changed).toMatchObject([{ id: made.id, answer: { fr: 'Oui.', en: 'Yes.' }, phone: null, owner: null, validUntil: null }]);
  expect(await instructions(id)).toEqual(changed); // anybody reads it
  expect(await set({ crisisId: await opened(), instructionId: made.id })).toMatchObject({ code: 'INSTRUCTION_NOT_FOUND' });
  const withdraw = () => act('withdrawInstruction', { crisisId: id, instructionId: made.id });
  expect((await withdraw()).crisis.instructions).toEqual([]);
  expect(await withdraw()).toMatchObject({ __typename: 'InvalidStep', code: 'INSTRUCTION_NOT_FOUND' });
  expect(await set({ instructionId: made.id })).toMatchObject({ code: 'INSTRUCTION_NOT_FOUND' });
});

test('those of an exercise are read by who takes part only; who may not write is told so', async () => {
  const id = await opened(true);
  await act('setInstruction', { crisisId: id, ...water });
  expect([await instructions(id), (await instructions(id, partner)).length]).toEqual([undefined, 1]);
  expect(await act('setInstruction', { crisisId: id, ...water }, partner)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await act('setInstruction', { crisisId: id, ...water }, [])).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test.each([
  ['question', { question: { fr: ' ' } }, 'BAD_USER_INPUT'],
  ['answer.fr', { answer: { fr: 'a'.repeat(4_001) } }, 'BAD_USER_INPUT'],
  ['phone', { phone: '1'.repeat(41) }, 'BAD_USER_INPUT'],
  ['ownerOrganizationId', { ownerOrganizationId: kitchen }, 'BAD_USER_INPUT'],
  ['validUntil', { validUntil: '2020-01-01T00:00:00Z' }, 'INSTRUCTION_ENDS_BEFORE_NOW'],
  ['instructionId', { instructionId: 'none' }, 'INSTRUCTION_NOT_FOUND'],
])('an instruction with a wrong %s is refused, and nothing is said of it', async (field, input, code) => {
  const id = await opened();
  const before = await lastSaid();
  const answer = await act('setInstruction', { crisisId: id, ...water, ...input });
  expect(answer).toMatchObject({ code });
  expect(JSON.stringify([answer.field, answer.message])).toContain(field);
  expect(await lastSaid()).toBe(before);
});
