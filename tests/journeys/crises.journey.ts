import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '#libs/identity';
import { bonnePage, kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, take, TestHub } from '../support/test-hub.ts';

let here: TestHub, there: TestHub;
beforeAll(async () => {
  here = await TestHub.start();
  await someServices(here.db);
  there = await TestHub.start(here);
});
afterAll(() => Promise.all([here?.close(), there?.close()]));

type Who = [role?: Role, organizationId?: string];
const supervisor: Who = ['CENTRE_SUPERVISOR', bonnePage];
const partner: Who = ['PARTNER_EDITOR', pain];

const ask = async (query: string, variables: object = {}, who: Who = [], hub = here, language = 'fr'): Promise<Answer> =>
  (await hub.as(...who)).ask(query, variables, language);
async function act(name: string, input: object, who: Who = supervisor, language = 'fr'): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const answer = await ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { code message field } ...done } } ${done[name]}`,
    { input },
    who,
    here,
    language,
  );
  return answer[name] ?? answer;
}
const flood = { name: { fr: 'Crue de la rivière des Mille Îles' }, nature: 'FLOOD', areas: [{ territory: 'sainte-rose', phase: 'ALERT' }] };
const opened = async (input: object = {}, who: Who = supervisor): Promise<Answer> =>
  (await act('openCrisis', { ...flood, ...input }, who)).crisis;
const crisis = async (id: string, who: Who = []) => (await ask(`query ($id: ID!) { crisis(id: $id) { ${whole} } }`, { id }, who)).crisis;
const head = async () => (await ask('{ position }')).position as string;
/** But for what the worker says when it has counted words anew. */
const lastSaid = async () => (await here.db.query(`select max(position) from platform.event where kind <> 'freshness-recounted'`))[0].max;
const areaOf = ({ areas }: Answer, code: string) => areas.find(({ territory }: Answer) => territory.code === code).id as string;

test('a crisis is opened in its areas, shows the gravest phase, and everybody may read it', async () => {
  const made = await opened({
    categories: ['food'],
    areas: [
      { territory: 'sainte-rose', phase: 'ALERT', leadOrganizationId: pain },
      { territory: 'laval', phase: 'WATCH' },
    ],
    needKinds: [{ code: 'SANDBAGS', name: { fr: 'Sacs de sable' } }],
  });
  expect(made).toMatchObject({ phase: 'ALERT', exercise: false, closedAt: null, categories: [{ code: 'food' }], emergency: null });
  expect(made.areas.map(({ territory, phase, lead }: Answer) => [territory.code, phase, lead?.id ?? null])).toEqual([
    ['sainte-rose', 'ALERT', pain],
    ['laval', 'WATCH', null],
  ]);
  expect(made.freshness.map(({ phase, category, hours }: Answer) => [phase, category, hours])).toEqual([
    ['RESPONSE', null, 24],
    ['ALERT', null, 72],
    ['RECOVERY', null, 168],
    ['WATCH', null, 336],
  ]);
  expect(made.needKinds).toEqual([{ code: 'SANDBAGS', name: { fr: 'Sacs de sable' } }]);
  expect(await crisis(made.id)).toEqual(made);
});

test('a phase goes forward in one area and back in all, with its reason; closed everywhere, the crisis is over, and may begin again', async () => {
  const made = await opened({ areas: [...flood.areas, { territory: 'vimont', phase: 'WATCH' }] });
  const change = (input: object) => act('changeCrisisPhase', { crisisId: made.id, reason: 'Le niveau monte', ...input });
  expect((await change({ areaId: areaOf(made, 'vimont'), phase: 'RESPONSE' })).crisis.phase).toBe('RESPONSE');
  expect((await change({ areaId: areaOf(made, 'vimont'), phase: 'ALERT' })).crisis.phase).toBe('ALERT');
  const over = (await change({ phase: 'CLOSED' })).crisis;
  expect(over).toMatchObject({ phase: 'CLOSED', closedAt: expect.any(String) });
  expect((await change({ areaId: areaOf(made, 'vimont'), phase: 'WATCH' })).crisis).toMatchObject({ phase: 'WATCH', closedAt: null });
  const steps = async (who: Who) =>
    (await crisis(made.id, who)).phaseChanges.map(({ area, from, to, reason }: Answer) => [area.territory.code, from, to, reason]);
  expect((await steps(partner))[0]).toEqual(['vimont', 'CLOSED', 'WATCH', 'Le niveau monte']);
  expect((await steps([]))[0]).toEqual(['vimont', 'CLOSED', 'WATCH', null]); // why is for those who are signed in
  expect(await steps(partner)).toHaveLength(2 + 1 + 1 + 2 + 1);
});

test.each<[string, object, string]>([
  ['InvalidStep', { phase: 'ALERT' }, 'C’est déjà la phase'],
  ['InvalidStep', { phase: 'WATCH', areaId: 'nowhere' }, 'n’a pas ce secteur'],
  ['InvalidStep', { phase: 'WATCH', areaId: kitchen }, 'n’a pas ce secteur'],
  ['InvalidStep', { phase: 'WATCH', reason: '  ' }, 'Dites pourquoi'],
  ['CrisisNotFound', { phase: 'WATCH', crisisId: kitchen }, 'introuvable'],
  ['CrisisNotFound', { phase: 'WATCH', crisisId: 'none' }, 'introuvable'],
])('%s is refused in words, and nothing is said of it: %o', async (refusal, input, words) => {
  const { id } = await opened();
  const before = await lastSaid();
  const asked = { crisisId: id, reason: 'Le niveau monte', ...input };
  const answer = await act('changeCrisisPhase', asked);
  expect(answer).toMatchObject({ __typename: refusal, message: expect.stringContaining(words) });
  expect(await act('changeCrisisPhase', asked, supervisor, 'en')).not.toMatchObject({ message: answer.message });
  expect(await lastSaid()).toBe(before);
});

test('an area of another crisis is no area of this one', async () => {
  const [mine, other] = [await opened(), await opened()];
  const answer = await act('changeCrisisPhase', { crisisId: mine.id, areaId: other.areas[0].id, phase: 'RESPONSE', reason: 'Pluie' });
  expect(answer).toMatchObject({ __typename: 'InvalidStep', code: 'AREA_NOT_FOUND', field: 'areaId' });
  expect((await crisis(other.id)).phase).toBe('ALERT');
});

test.each([
  ['areas.0.territory', { areas: [{ territory: 'atlantis', phase: 'ALERT' }] }],
  ['areas.1.territory', { areas: [...flood.areas, ...flood.areas] }],
  ['areas.0.phase', { areas: [{ territory: 'laval', phase: 'CLOSED' }] }],
  ['areas.0.leadOrganizationId', { areas: [{ territory: 'laval', phase: 'ALERT', leadOrganizationId: kitchen }] }],
  ['areas', { areas: [] }],
  ['categories.1', { categories: ['food', 'magic'] }],
  ['name', { name: { fr: ' ' } }],
  ['name.en', { name: { en: 'a'.repeat(301) } }],
  ['nature', { nature: '' }],
  ['needKinds.0.code', { needKinds: [{ code: 'sand bags', name: { fr: 'Sacs' } }] }],
])('what is wrong with %s is said by its name, and nothing begins', async (field, input) => {
  const before = await lastSaid();
  const answer = await act('openCrisis', { ...flood, ...input });
  expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining(`\`${field}\``) });
  expect(await lastSaid()).toBe(before);
});

test('two clicks with one key, on two hubs at once, open one crisis', async () => {
  const before = (await ask('{ crises { id } }')).crises.length;
  const open = async (hub: TestHub, input: object) =>
    (
      await ask(
        'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } ... on Refusal { code } } }',
        { input },
        supervisor,
        hub,
      )
    ).openCrisis;
  const answers = await Promise.all([here, there, here, there].map(hub => open(hub, { ...flood, idempotencyKey: 'one' })));
  expect(new Set(answers.map(answer => answer.crisis.id)).size).toBe(1);
  expect((await ask('{ crises { id } }')).crises).toHaveLength(before + 1);
  expect(await open(here, { ...flood, nature: 'FIRE', idempotencyKey: 'one' })).toEqual({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('two who change one phase at once, on two hubs: one does, the other is told that it is so already', async () => {
  const { id } = await opened();
  const answers = await Promise.all(
    [here, there].map(hub =>
      ask(
        'mutation ($input: ChangeCrisisPhaseInput!) { changeCrisisPhase(input: $input) { __typename } }',
        { input: { crisisId: id, phase: 'RESPONSE', reason: 'Digue rompue' } },
        supervisor,
        hub,
      ),
    ),
  );
  expect(answers.map(answer => answer.changeCrisisPhase.__typename).sort()).toEqual(['CrisisPhaseChanged', 'InvalidStep']);
});

test('a local state of emergency has an end, ten days away at most; it is renewed, and ended before its time', async () => {
  const made = await opened();
  const areaId = made.areas[0].id;
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const declare = (until: string) => act('declareLocalEmergency', { crisisId: made.id, areaId, until });
  expect(await declare(inDays(11))).toMatchObject({ code: 'EMERGENCY_TOO_LONG', message: expect.stringContaining('10 jours') });
  expect(await declare(inDays(-1))).toMatchObject({ code: 'EMERGENCY_ENDS_BEFORE_NOW' });
  const end = () => act('endLocalEmergency', { crisisId: made.id, areaId });
  expect(await end()).toMatchObject({ __typename: 'InvalidStep', code: 'NO_EMERGENCY_RUNS' });

  const [first, second] = [inDays(2), inDays(9)];
  expect((await declare(first)).crisis.emergency.until).toBe(first);
  const renewed = (await declare(second)).crisis;
  expect([renewed.emergency.until, renewed.areas[0].emergency.until]).toEqual([second, second]);
  expect((await end()).crisis.emergency).toBeNull();
  expect((await crisis(made.id)).areas[0].emergency).toBeNull();
});

test('missions are said of each organization, all of them each time', async () => {
  const { id } = await opened();
  const set = (organizationId: string, texts: object[]) => act('setMission', { crisisId: id, organizationId, texts });
  await set(pain, [{ fr: 'Transport' }]);
  await set(bonnePage, [{ fr: 'Communication' }, { fr: 'Traduction' }]);
  await set(pain, [{ fr: 'Services aux personnes sinistrées' }]);
  expect(
    (await crisis(id)).missions.map(({ organization, texts }: Answer) => [organization.id, texts.map(({ fr }: Answer) => fr)]),
  ).toEqual([
    [bonnePage, ['Communication', 'Traduction']],
    [pain, ['Services aux personnes sinistrées']],
  ]);
  await set(pain, []);
  expect((await crisis(id)).missions).toHaveLength(1);
  expect(await set(kitchen, [{ fr: 'Transport' }])).toMatchObject({ code: 'BAD_USER_INPUT' });
});

const freshFor = async (territories: string[], categories: string[] = []): Promise<number> =>
  Number(
    (await here.db.query('select extract(epoch from crises_published.fresh_for($1, $2)) / 3600 as hours', [territories, categories]))[0]
      .hours,
  );
const nowhereElse = async () => {
  for (const { id, phase } of (await ask('{ crises { id phase } }', {}, supervisor)).crises)
    if (phase !== 'CLOSED') await act('changeCrisisPhase', { crisisId: id, phase: 'CLOSED', reason: 'Fin' });
};

test('how long a word stays fresh: the strictest of what runs there, for what it is; an exercise counts for nothing', async () => {
  await nowhereElse();
  expect(await freshFor(['vimont', 'laval'], ['food'])).toBe(14 * 24);
  const all = await opened({ areas: [{ territory: 'laval', phase: 'ALERT' }] });
  const food = await opened({ areas: [{ territory: 'vimont', phase: 'RESPONSE' }], categories: ['food'] });
  await opened({ areas: [{ territory: 'laval', phase: 'RESPONSE' }], exercise: true });
  expect(await freshFor(['vimont', 'laval'], ['food', 'education'])).toBe(24);
  expect(await freshFor(['vimont', 'laval'], ['education'])).toBe(72);
  expect(await freshFor(['chomedey', 'laval'], ['food'])).toBe(72);
  expect(await freshFor(['montreal'], ['food'])).toBe(14 * 24);

  const set = (input: object) => act('setFreshness', { crisisId: all.id, phase: 'ALERT', ...input });
  expect((await set({ hours: 48 })).crisis.freshness).toContainEqual({ phase: 'ALERT', category: null, hours: 48 });
  expect(await freshFor(['laval'], ['education'])).toBe(48);
  await set({ category: 'education', hours: 0.5 });
  expect([await freshFor(['laval'], ['education']), await freshFor(['laval'], ['food'])]).toEqual([0.5, 48]);
  await set({ category: 'education' });
  expect(await freshFor(['laval'], ['education'])).toBe(48);
  await set({ hours: 24 * 366 }); // no rule of a crisis loosens the standing one
  expect(await freshFor(['laval'], ['education'])).toBe(14 * 24);
  await act('changeCrisisPhase', { crisisId: food.id, phase: 'CLOSED', reason: 'Décrue' });
  expect(await freshFor(['vimont', 'laval'], ['food'])).toBe(14 * 24);
});

test.each([
  ['hours', { hours: 0 }, 'BAD_USER_INPUT'],
  ['hours', { hours: 100_000 }, 'BAD_USER_INPUT'],
  ['hours', {}, 'BAD_USER_INPUT'],
  ['category', { hours: 3, category: 'magic' }, 'BAD_USER_INPUT'],
  ['phase', { hours: 3, phase: 'CLOSED' }, 'CLOSED_IS_NEVER_FRESH'],
])('a rule of freshness with a wrong %s is refused', async (field, input, code) => {
  const { id } = await opened();
  const answer = await act('setFreshness', { crisisId: id, phase: 'ALERT', ...input });
  expect(answer).toMatchObject({ code });
  expect(JSON.stringify([answer.field, answer.message])).toContain(field);
});

test('of an exercise only those who take part ever hear', async () => {
  const before = await head();
  const watching = async (who: Who) =>
    (await there.as(...who)).watch('subscription ($after: Position) { crisisChanged(after: $after) { kind phase crisis { id } } }', {
      after: before,
    });
  const [outside, inside] = [take(await watching([]), 1), take(await watching(partner), 3)];
  const drill = await opened({ exercise: true, areas: [{ territory: 'laval', phase: 'RESPONSE' }] });
  await act('changeCrisisPhase', { crisisId: drill.id, phase: 'RECOVERY', reason: 'Essai' });
  const real = await opened();
  const ids = async (who: Who, phase?: string) =>
    (await ask('query ($phase: CrisisPhase) { crises(phase: $phase) { id } }', { phase }, who)).crises.map(({ id }: Answer) => id);
  expect(await ids([])).not.toContain(drill.id);
  expect(await ids(partner, 'RECOVERY')).toContain(drill.id);
  expect(await ids(partner, 'RESPONSE')).not.toContain(drill.id);
  expect([await crisis(drill.id), (await crisis(drill.id, partner)).exercise]).toEqual([null, true]);
  expect((await outside).map(({ crisisChanged: { kind, crisis } }) => [kind, crisis.id])).toEqual([['crisis-opened', real.id]]);
  expect((await inside).map(({ crisisChanged: { kind, phase, crisis } }) => [kind, phase, crisis.id])).toEqual([
    ['crisis-opened', 'RESPONSE', drill.id],
    ['crisis-phase-changed', 'RECOVERY', drill.id],
    ['crisis-opened', 'ALERT', real.id],
  ]);
  const count = async (who: Who) =>
    (
      await ask('query ($after: Position) { changes(after: $after) { edges { node { kind } } } }', { after: before }, who)
    ).changes.edges.filter(({ node }: Answer) => node.kind !== 'freshness-recounted').length;
  expect([await count([]), await count(partner)]).toEqual([1, 3]);
});

test('who may not is told so; what was done is in the audit', async () => {
  expect(await act('openCrisis', flood, [])).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await act('openCrisis', flood, partner)).toMatchObject({ code: 'FORBIDDEN' });
  const { id } = await opened({}, ['MUNICIPAL_COORDINATOR', pain]);
  const [entry] = await here.db.query('select act, facts from platform.audit_entry where subject = $1', [id]);
  expect(entry).toEqual({ act: 'crisis:open', facts: { exercise: false, phase: 'ALERT', areas: 1 } });
});

test('what an organization does is told to nobody once it is confidential', async () => {
  const { id } = await opened({ areas: [{ territory: 'vimont', phase: 'ALERT', leadOrganizationId: bonnePage }] });
  await act('setMission', { crisisId: id, organizationId: bonnePage, texts: [{ fr: 'Accueil' }] });
  const hide = (confidential: boolean) =>
    here.db.query('update directory.organization set confidential = $2, confidential_reason = $3 where id = $1', [
      bonnePage,
      confidential,
      confidential ? 'Menaces' : null,
    ]);
  await hide(true);
  const seen = await crisis(id);
  await hide(false);
  expect([seen.missions, seen.areas[0].lead]).toEqual([[], null]);
});

const area = 'id phase territory { code parent { code } } lead { id } emergency { declaredAt until }';
const whole = `id name { fr } nature phase exercise openedAt closedAt categories { code } areas { ${area} }
  freshness { phase category { code } hours } missions { organization { id } texts { fr } } needKinds { code name { fr } }
  phaseChanges { at from to reason area { ${area} } } emergency { declaredAt until }`;
const on = (type: string) => `fragment done on ${type} { crisis { ${whole} } }`;
const done: Record<string, string> = {
  openCrisis: on('CrisisOpened'),
  changeCrisisPhase: on('CrisisPhaseChanged'),
  setFreshness: on('FreshnessSet'),
  declareLocalEmergency: on('LocalEmergencyDeclared'),
  endLocalEmergency: on('LocalEmergencyEnded'),
  setMission: on('MissionSet'),
};
