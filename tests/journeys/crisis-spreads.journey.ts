import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bonnePage, kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

const whole = `
  phase closedAt categories { code } needKinds { code name { fr en } }
  areas { id phase territory { code } lead { id } }`;
const done: Record<string, string> = {
  openCrisis: 'CrisisOpened',
  changeCrisisPhase: 'CrisisPhaseChanged',
  addCrisisArea: 'CrisisAreaAdded',
  setAreaLead: 'AreaLeadSet',
  setCrisisMatters: 'CrisisMattersSet',
};
async function act(name: string, input: object): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  const answer = await supervisor.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) {
       __typename ... on Refusal { code message field } ... on ${done[name]} { crisis { id ${whole} } } } }`,
    { input },
  );
  return answer[name] ?? answer;
}
const opened = async (input: object = {}): Promise<Answer> =>
  (await act('openCrisis', { name: { fr: 'Crue' }, nature: 'FLOOD', areas: [{ territory: 'sainte-rose', phase: 'ALERT' }], ...input }))
    .crisis;
const freshFor = async (territories: string[], categories: string[] = []): Promise<number> =>
  Number(
    (await hub.db.query('select extract(epoch from crises_published.fresh_for($1, $2)) / 3600 as hours', [territories, categories]))[0]
      .hours,
  );

test('a crisis spreads: one more area in a phase of its own, once; its words age by it, and who leads there may change', async () => {
  const { id } = await opened();
  const add = (input: object) => act('addCrisisArea', { crisisId: id, territory: 'vimont', phase: 'RESPONSE', ...input });
  expect(await freshFor(['vimont'])).toBe(14 * 24);
  const { crisis: spread } = await add({ leadOrganizationId: pain });
  expect(spread).toMatchObject({ phase: 'RESPONSE', closedAt: null });
  expect(await freshFor(['vimont'])).toBe(24);
  expect(await add({})).toMatchObject({ code: 'AREA_IS_THERE_ALREADY', field: 'territory' });
  expect(await add({ territory: 'atlantis' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await add({ territory: 'auteuil', phase: 'CLOSED' })).toMatchObject({ code: 'BAD_USER_INPUT' });

  const areaId = spread.areas.find(({ territory }: Answer) => territory.code === 'vimont').id;
  const lead = async (organizationId?: string) =>
    (await act('setAreaLead', { crisisId: id, areaId, organizationId })).crisis.areas.find((area: Answer) => area.id === areaId).lead?.id;
  expect([await lead(bonnePage), await lead()]).toEqual([bonnePage, undefined]);
  expect(await act('setAreaLead', { crisisId: id, areaId: kitchen, organizationId: pain })).toMatchObject({ code: 'AREA_NOT_FOUND' });
  expect(await act('setAreaLead', { crisisId: id, areaId, organizationId: kitchen })).toMatchObject({ code: 'BAD_USER_INPUT' });

  const { crisis: over } = await act('changeCrisisPhase', { crisisId: id, phase: 'CLOSED', reason: 'Décrue' });
  expect(over.closedAt).not.toBeNull();
  expect((await add({ territory: 'auteuil', phase: 'WATCH' })).crisis).toMatchObject({ phase: 'WATCH', closedAt: null });
  await act('changeCrisisPhase', { crisisId: id, phase: 'CLOSED', reason: 'Fin' });
});

test('what matters to a crisis changes, and which words age by it; its own kinds of need too, all of them each time', async () => {
  const { id } = await opened({ categories: ['food'], needKinds: [{ code: 'SANDBAGS', name: { fr: 'Sacs' } }] });
  const set = (categories: string[], needKinds: object[] = []) => act('setCrisisMatters', { crisisId: id, categories, needKinds });
  expect([await freshFor(['sainte-rose'], ['food']), await freshFor(['sainte-rose'], ['education'])]).toEqual([72, 14 * 24]);
  const pumps = { code: 'PUMPS', name: { fr: 'Pompes', en: 'Pumps' } };
  const sacks = { code: 'SANDBAGS', name: { fr: 'Sacs de sable' } };
  const { crisis: changed } = await set(['education'], [pumps, sacks]);
  expect(changed.categories.map(({ code }: Answer) => code)).toEqual(['education']);
  expect(changed.needKinds.map(({ code, name }: Answer) => [code, name.fr])).toEqual([
    ['PUMPS', 'Pompes'],
    ['SANDBAGS', 'Sacs de sable'],
  ]);
  expect([await freshFor(['sainte-rose'], ['food']), await freshFor(['sainte-rose'], ['education'])]).toEqual([14 * 24, 72]);
  expect((await set([])).crisis).toMatchObject({ categories: [], needKinds: [] });
  expect(await freshFor(['sainte-rose'], ['food'])).toBe(72);
  expect(await set(['magic'])).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await set([], [pumps, pumps])).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('who coordinates some territories governs what lies in them, and nothing beyond', async () => {
  const areas = [
    { territory: 'chomedey', phase: 'ALERT' },
    { territory: 'fabreville', phase: 'ALERT' },
  ];
  const { id, areas: there } = await opened({ areas });
  const [chomedey, fabreville] = areas.map(({ territory }) => there.find((area: Answer) => area.territory.code === territory).id);
  const as = async (territories: string[], name: string, input: object) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const coordinator = await hub.as('MUNICIPAL_COORDINATOR', bonnePage, territories);
    const answer = await coordinator.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
    return answer[name]?.__typename ?? answer.code;
  };
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const [step, text] = [{ crisisId: id, phase: 'RESPONSE', reason: 'Le niveau monte' }, { fr: 'Où aller?' }];
  const name = { fr: 'Verglas' };
  const acts: [string, object, string][] = [
    ['changeCrisisPhase', { ...step, areaId: chomedey }, 'CrisisPhaseChanged'],
    ['changeCrisisPhase', { ...step, areaId: fabreville }, 'FORBIDDEN'],
    ['changeCrisisPhase', step, 'FORBIDDEN'],
    ['declareLocalEmergency', { crisisId: id, areaId: chomedey, until }, 'LocalEmergencyDeclared'],
    ['declareLocalEmergency', { crisisId: id, areaId: fabreville, until }, 'FORBIDDEN'],
    ['endLocalEmergency', { crisisId: id, areaId: fabreville }, 'FORBIDDEN'],
    ['setAreaLead', { crisisId: id, areaId: fabreville }, 'FORBIDDEN'],
    ['addCrisisArea', { crisisId: id, territory: 'vimont', phase: 'WATCH' }, 'FORBIDDEN'],
    ['setFreshness', { crisisId: id, phase: 'ALERT', hours: 5 }, 'FORBIDDEN'],
    ['setCrisisMatters', { crisisId: id, categories: [], needKinds: [] }, 'FORBIDDEN'],
    ['setInstruction', { crisisId: id, question: text, answer: text }, 'InstructionSet'],
    ['openCrisis', { name, nature: 'ICE', areas: [{ territory: 'chomedey', phase: 'WATCH' }] }, 'CrisisOpened'],
    ['openCrisis', { name, nature: 'ICE', areas: [{ territory: 'laval', phase: 'WATCH' }] }, 'FORBIDDEN'],
  ];
  for (const [act, input, answer] of acts) expect([act, await as(['chomedey'], act, input)]).toEqual([act, answer]);
  expect(await as(['auteuil'], 'setInstruction', { crisisId: id, question: text, answer: text })).toBe('FORBIDDEN');
  expect(await as(['laval'], 'changeCrisisPhase', { ...step, phase: 'RECOVERY' })).toBe('CrisisPhaseChanged');
  expect(await as(['laval'], 'openCrisis', { name, nature: 'ICE', areas: [{ territory: 'quebec', phase: 'WATCH' }] })).toBe('FORBIDDEN');
});

test('where it is over, its state of emergency is', async () => {
  const { id, areas } = await opened({ areas: [{ territory: 'duvernay', phase: 'RESPONSE' }] });
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  await supervisor.ask('mutation ($input: DeclareLocalEmergencyInput!) { declareLocalEmergency(input: $input) { __typename } }', {
    input: { crisisId: id, areaId: areas[0].id, until },
  });
  const emergency = async () => (await supervisor.ask(`{ crisis(id: "${id}") { emergency { until } } }`)).crisis.emergency;
  expect(await emergency()).toEqual({ until });
  const { position } = await supervisor.ask('{ position }');
  await act('changeCrisisPhase', { crisisId: id, phase: 'CLOSED', reason: 'Décrue' });
  expect(await emergency()).toBeNull();
  const told = await supervisor.ask(`{ changes(after: "${position}", first: 10) { edges { node { kind } } } }`);
  expect(told.changes.edges.map(({ node }: Answer) => node.kind).filter((kind: string) => kind !== 'freshness-recounted')).toEqual([
    'crisis-phase-changed',
    'local-emergency-ended',
  ]);
});
