import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gapsOn } from '../support/gaps.ts';
import { bonnePage, kitchen, pain, shelter, someServices } from '../support/region.ts';
import { type Answer, take, TestHub } from '../support/test-hub.ts';

const hubs = {} as { hub: TestHub; sibling: TestHub }; // before any of it is used
const { ask, somewhere, flag, act, read } = gapsOn(hubs);
beforeAll(async () => {
  hubs.hub = await TestHub.start();
  hubs.sibling = await TestHub.start(hubs.hub);
  await someServices(hubs.hub.db);
});
afterAll(async () => {
  await hubs.sibling?.close();
  await hubs.hub?.close();
});

test('from seen to closed: each step says who and when, and what is learned', async () => {
  const { id } = await flag(somewhere(), { caller: { ageGroup: 'AGE_75_PLUS' } });
  expect(await act('acknowledgeGap', { gapId: id })).toMatchObject({ gap: { state: 'ACKNOWLEDGED' } });
  expect(await act('acknowledgeGap', { gapId: id })).toMatchObject({ __typename: 'InvalidStep', field: 'gapId' });
  expect(await act('assignGap', { gapId: id, organizationId: pain, note: 'Pouvez-vous ajouter une tournée ?' })).toMatchObject({
    gap: { state: 'ASSIGNED', assignedTo: { id: pain }, answer: null },
  });
  expect(
    await act('answerGap', { gapId: id, organizationId: pain, answer: 'PARTLY', from: '2099-01-04' }, 'PARTNER_EDITOR', pain),
  ).toMatchObject({
    gap: { state: 'ASSIGNED', answer: { kind: 'PARTLY', from: '2099-01-04' } },
  });
  expect(await act('addressGap', { gapId: id, serviceId: kitchen })).toMatchObject({
    gap: { state: 'ADDRESSED', addressedBy: { id: kitchen } },
  });
  expect(await act('closeGap', { gapId: id, note: 'Le jeudi suffit.' })).toMatchObject({
    gap: { state: 'CLOSED', learned: 'Le jeudi suffit.' },
  });
  expect(await act('closeGap', { gapId: id })).toMatchObject({ __typename: 'InvalidStep' });
  expect(await act('reopenGap', { gapId: id, note: 'Trop tôt' })).toMatchObject({ gap: { state: 'REOPENED' } });
  const { history } = await read(id, 'history { step by { fr } organization { id } service { id } note answer }', 'PARTNER_EDITOR', pain);
  expect(history.map(({ step }: Answer) => step)).toEqual([
    'REOPENED',
    'CLOSED',
    'ADDRESSED',
    'ANSWERED',
    'ASSIGNED',
    'ACKNOWLEDGED',
    'OPENED',
  ]);
  expect(history.at(-1).by.fr).toMatch(/^211, poste \d+$/);
  expect(history[3].by.fr).toBe('Le Pain partagé');
  expect(history[1].note).toBe('Le jeudi suffit.');
});

test('an organization that cannot gives it back to the board', async () => {
  const { id } = await flag(somewhere());
  await act('assignGap', { gapId: id, organizationId: pain });
  expect(await act('answerGap', { gapId: id, organizationId: pain, answer: 'CANNOT' }, 'PARTNER_EDITOR', pain)).toMatchObject({
    gap: { state: 'ACKNOWLEDGED', assignedTo: null },
  });
  expect(await act('answerGap', { gapId: id, organizationId: pain, answer: 'CAN' }, 'PARTNER_EDITOR', pain)).toMatchObject({
    __typename: 'InvalidStep',
  });
});

test.each<[string, object, string]>([
  ['nothing', { quantity: 0, unit: 'MEAL' }, 'quantity'],
  ['more than the limit', { quantity: 501, unit: 'MEAL' }, 'quantity'],
  ['an unknown unit', { quantity: 1, unit: 'litres' }, 'unit'],
  ['a day that has passed', { quantity: 1, unit: 'MEAL', until: '2020-01-01' }, 'until'],
])('what cannot be committed is refused beside its field: %s', async (_, more, field) => {
  const { id } = await flag({ kind: 'HOUSING' });
  expect(await act('commitToGap', { gapId: id, organizationId: pain, ...more }, 'PARTNER_EDITOR', pain)).toMatchObject({
    __typename: 'InvalidStep',
    field,
  });
});

test('closed less than seven days ago: two are counted there, the third reopens it; later it is a new one', async () => {
  const where = somewhere();
  const { id } = await flag(where);
  await act('closeGap', { gapId: id });
  expect(await flag(where)).toMatchObject({ id, count: 2, state: 'CLOSED' });
  expect(await flag(where)).toMatchObject({ id, count: 3, state: 'CLOSED' });
  expect(await flag(where)).toMatchObject({ id, count: 4, state: 'REOPENED' });
  await act('closeGap', { gapId: id });
  await hubs.hub.db.query(`update needs.gap set closed_at = closed_at - interval '8 days' where id = $1`, [id]);
  const anew = await flag(where);
  expect(anew).toMatchObject({ count: 1, state: 'OPEN' });
  expect(anew.id).not.toBe(id);
  expect(await act('reopenGap', { gapId: id })).toMatchObject({ code: 'GAP_ANOTHER_IS_OPEN' });
});

test('answered, and three more find nothing all the same: it is open again', async () => {
  const where = somewhere();
  const { id } = await flag(where);
  await act('addressGap', { gapId: id, serviceId: kitchen });
  expect([await flag(where), await flag(where), await flag(where)].map(({ state }) => state)).toEqual([
    'ADDRESSED',
    'ADDRESSED',
    'REOPENED',
  ]);
});

test('two gaps become one, and what is flagged afterwards follows; a part of the city’s becomes a town’s', async () => {
  const kind = 'VACCINATION_REGISTRATION';
  const town = await flag({ kind, neighbourhood: 'vimont' });
  const city = await flag({ kind });
  expect(await act('mergeGaps', { gapId: town.id, intoGapId: city.id })).toMatchObject({ gap: { id: city.id, count: 2 } });
  expect(await flag({ kind, neighbourhood: 'vimont' })).toMatchObject({ id: city.id, count: 3 });
  expect(await read(town.id, 'state count history { step otherGapId }')).toMatchObject({
    state: 'CLOSED',
    count: 0,
    history: [{ step: 'MERGED', otherGapId: city.id }, { step: 'OPENED' }],
  });
  expect(await act('splitGap', { gapId: city.id, territory: 'vimont' })).toMatchObject({ gap: { count: 2 } });
  expect(await read(city.id, 'count')).toEqual({ count: 1 });
  expect(await act('splitGap', { gapId: city.id, territory: 'auteuil' })).toMatchObject({ code: 'GAP_NOTHING_TO_SPLIT' });
  const other = await flag({ kind: 'MASKS' });
  expect(await act('mergeGaps', { gapId: city.id, intoGapId: other.id })).toMatchObject({ code: 'GAP_OF_ANOTHER_EVENT' });
  expect(await act('mergeGaps', { gapId: city.id, intoGapId: city.id })).toMatchObject({ code: 'GAP_SAME' });
});

test('the board: what nobody has committed to first, then the heaviest; each says why; pages do not overlap', async () => {
  const list = async (variables: object): Promise<Answer> =>
    (
      await ask(
        `query ($filter: GapFilter, $first: Int, $after: String) { gaps(filter: $filter, first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { id count territory { code name { fr } } kindName { fr } weight { value recent vulnerable uncommitted } daily(days: 3) { n } reasons { reason n } } } } }`,
        variables,
      )
    ).gaps;
  const where = somewhere();
  for (let n = 0; n < 6; n++) await flag(where, { caller: { ageGroup: n < 2 ? 'AGE_75_PLUS' : 'AGE_35_49' } });
  const all = await list({ first: 200 });
  const keys = all.edges.map(({ node: { weight } }: Answer) => [weight.uncommitted ? 0 : 1, -weight.value]);
  expect(keys).toEqual(keys.toSorted(([a, b]: number[], [c, d]: number[]) => a! - c! || b! - d!));
  expect(all.edges[0].node).toMatchObject({
    count: 6,
    weight: { value: 22, recent: 6, vulnerable: 2, uncommitted: true },
    daily: [{ n: 0 }, { n: 0 }, { n: 6 }],
    reasons: [{ reason: 'NO_SERVICE', n: 6 }],
  });
  const pages: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: Answer = await list({ first: 4, after });
    pages.push(...page.edges.map(({ node }: Answer) => node.id));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(pages).toEqual(all.edges.map(({ node }: Answer) => node.id));
  const housing = await list({ filter: { kinds: ['HOUSING'], territories: ['laval-mrc'] } });
  expect(housing.edges.map(({ node }: Answer) => node.kindName.fr)).toEqual(['Logement ou hébergement']);
  expect((await list({ filter: { organizationId: pain, states: ['CLOSED'] } })).totalCount).toBe(0);
  expect((await list({ filter: { organizationId: pain } })).totalCount).toBeGreaterThan(0);
});

test('what could answer is suggested with why, and nothing that is confidential', async () => {
  await ask(
    'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }',
    { input: { serviceId: kitchen, state: 'OPEN' } },
    'RESEARCHER',
  );
  await hubs.hub.db.query(`insert into directory.service_category (service_id, category) values ($1, 'food') on conflict do nothing`, [
    shelter,
  ]);
  const { id } = await flag({ kind: 'GROCERY_DELIVERY', neighbourhood: 'pont-viau' }, { language: 'en' });
  const { couldAnswer } = await read(id, 'couldAnswer { service { id } why }');
  expect(couldAnswer).toEqual([
    { service: { id: kitchen }, why: ['SERVES_TERRITORY', 'LOCATED_THERE', 'TAKES_PEOPLE_NOW', 'SPEAKS_LANGUAGE'] },
  ]);
  const { demandAndSupply } = await ask('{ demandAndSupply(kind: "GROCERY_DELIVERY") { territory { code } requests supply } }');
  expect(demandAndSupply[0]).toEqual({ territory: { code: 'pont-viau' }, requests: 1, supply: 1 });
  expect(demandAndSupply).toHaveLength(14);
});

test('whoever watches is told at once, from where they left, in order', async () => {
  const { position } = await ask('{ position }');
  const where = somewhere();
  const { id } = await flag(where);
  await flag(where);
  await act('acknowledgeGap', { gapId: id });
  const client = await hubs.sibling.as('PARTNER_EDITOR', pain);
  const changes = client.watch('subscription ($after: Position) { gapChanged(after: $after) { position change gap { id state count } } }', {
    after: position,
  });
  const told = (await take(changes, 3)).map(({ gapChanged }) => gapChanged);
  expect(told.map(({ change }) => change)).toEqual(['gap-opened', 'gap-counted', 'gap-acknowledged']);
  expect(told.every(({ gap }) => gap.id === id)).toBe(true);
  const { changes: log } = await ask(
    'query ($after: Position) { changes(after: $after) { edges { node { kind subject } } } }',
    { after: position },
    'PARTNER_EDITOR',
    pain,
  );
  expect(log.edges.map(({ node }: Answer) => node)).toEqual(
    ['gap-opened', 'gap-counted', 'gap-acknowledged'].map(kind => ({ kind, subject: id })),
  );
});

test('of an exercise, those who take part alone know', async () => {
  const opened = await ask(`mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }`, {
    input: { name: { fr: 'Exercice' }, nature: 'flood', areas: [{ territory: 'laval', phase: 'RESPONSE' }], exercise: true },
  });
  const crisisId = opened.openCrisis.crisis.id;
  const { id } = await flag({ kind: 'FOOD_AID', neighbourhood: 'auteuil' }, { crisisId });
  expect(await read(id, 'crisis { exercise }')).toEqual({ crisis: { exercise: true } });
  expect(await (await hubs.hub.as()).ask('query ($id: ID!) { gap(id: $id) { id } }', { id })).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('who may do what: the coordination of its territory changes, an organization speaks for itself alone', async () => {
  const { id } = await flag({ kind: 'FOOD_AID', neighbourhood: 'pont-viau' });
  const elsewhere = (await hubs.hub.as('MUNICIPAL_COORDINATOR', bonnePage, ['chomedey'])).ask(
    'mutation ($input: AcknowledgeGapInput!) { acknowledgeGap(input: $input) { __typename ... on Refusal { code } } }',
    { input: { gapId: id } },
  );
  expect(await elsewhere).toMatchObject({ acknowledgeGap: { __typename: 'NotYours', code: 'GAP_NOT_OF_YOUR_TERRITORY' } });
  for (const name of ['acknowledgeGap', 'closeGap', 'reopenGap'])
    expect(await act(name, { gapId: id }, 'PARTNER_EDITOR', pain)).toMatchObject({ code: 'FORBIDDEN' });
  expect(
    await act('commitToGap', { gapId: id, organizationId: bonnePage, quantity: 1, unit: 'MEAL' }, 'PARTNER_EDITOR', pain),
  ).toMatchObject({
    __typename: 'NotYours',
    field: 'organizationId',
  });
  expect(await act('acknowledgeGap', { gapId: 'x' })).toMatchObject({ __typename: 'GapNotFound' });
  expect(await act('assignGap', { gapId: id, organizationId: 'x' })).toMatchObject({ code: 'GAP_ORGANIZATION_UNKNOWN' });
  expect(await act('acknowledgeGap', { gapId: id }, 'MUNICIPAL_COORDINATOR')).toMatchObject({ gap: { state: 'ACKNOWLEDGED' } });
});
