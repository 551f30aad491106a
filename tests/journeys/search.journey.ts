import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bonnePage, kitchen, library, pain, shelter, someServices } from '../support/region.ts';
import { type Answer, type TestClient, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let researcher: TestClient;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  researcher = await hub.as('RESEARCHER', bonnePage);
  await hub.db.query(`
    insert into directory.organization (id, source_id, name_fr, name_en) values ('${red}', 'rouge', 'Croix-Rouge canadienne', 'Canadian Red Cross');
    insert into directory.service (id, source_id, organization_id, name_fr, name_en, alternate_name_fr, description_fr, languages) values
      ('${counter}', 'comptoir', '${pain}', 'Comptoir alimentaire de l’Île', null, 'La Manne', 'Paniers pour les familles.', '{fr}'),
      ('${lodging}', 'lodging', '${red}', 'Hébergement des personnes sinistrées', 'Lodging', null, null, '{fr,en,ar}');
    insert into directory.service_category (service_id, category) values ('${counter}', 'food'), ('${lodging}', 'material-assistance-and-housing'), ('${shelter}', 'food');
    insert into directory.service_area (id, service_id, territory_code) values (gen_random_uuid(), '${lodging}', 'laval'), (gen_random_uuid(), '${counter}', 'vimont');
    insert into directory.location (id, source_id, address_1, postal_code, latitude, longitude, territory_code) values
      ('${secret}', 'secret', '7, rue des Cachettes', 'H7Z 1A1', 45.6065, -73.7269, 'vimont'), ('${open}', 'open', '12-A boulevard des Érables', 'H7L 2B2', 45.6065, -73.7269, 'vimont');
    insert into directory.service_at_location (id, service_id, location_id) values (gen_random_uuid(), '${shelter}', '${secret}'), (gen_random_uuid(), '${counter}', '${open}')`);
});
afterAll(() => hub?.close());

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [red, counter, lodging, secret, open] = [id(50), id(51), id(52), id(53), id(54)];
const vimont = { latitude: 45.6065, longitude: -73.7269 };

const asked = `query ($filter: ServiceFilter, $sort: ServiceSort, $first: Int, $after: String) { services(filter: $filter, sort: $sort, first: $first, after: $after) {
  totalCount correctedText pageInfo { endCursor hasNextPage } facets { toConfirm states { state n } categories { n category { code } } languages { language n } }
  edges { node { id match { group reasons locatedIn serving distanceKm } } } } }`;
async function search(filter: object, more: object = {}, as?: TestClient): Promise<Answer> {
  const answer = await (as ?? (await hub.as())).ask(asked, { filter, ...more });
  return answer.services ?? answer;
}
const idsOf = ({ edges }: Answer): string[] => edges.map(({ node }: Answer) => node.id);
const found = async (text: string, as?: TestClient) => idsOf(await search({ text }, {}, as)).sort();
async function say(serviceId: string, state: string, more: object = {}) {
  const { reportServiceStatus } = await researcher.ask(
    'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }',
    { input: { serviceId, state, ...more } },
  );
  expect(reportServiceStatus.__typename).toBe('ServiceStatusReported');
}

test.each([
  ['CROIX ROUGE', [lodging]],
  ['croix-rouge', [lodging]],
  ['la croix–rouge', [lodging]],
  ['red cross', [lodging]],
  ['personne sinistree', [lodging]],
  ['devoir', [library]],
  ['homework help', [library]],
  ['food bank', [counter]],
  ['banques alimentaires', [counter]],
  ['la manne', [counter]],
  ['paniers famille', [counter]],
  ['alimentation', [counter, kitchen]],
  ['cuisines collectives', [kitchen]],
  ['community kitchens', [kitchen]],
  ['comptoir vimont', [counter]],
  ['aide', [library]],
  ['', [kitchen, library, counter, lodging]],
  ['   ', [kitchen, library, counter, lodging]],
  ['🧑‍🍳', []],
  ['« » \' " \\ % _ & | ! ( ) : * <->', []],
  ['مساعدة غذائية', []],
])('%s finds what it means', async (text, ids) => {
  expect(await found(text)).toEqual([...ids].sort());
});

test.each([
  ['comptoire alimantaire', 'comptoire alimentaire', counter],
  ['cuisne', 'cuisine', kitchen],
  ['croi rouge', 'croix rouge', lodging],
  ['sinsitrés', 'sinistre', lodging],
])('%s is taken for %s, and that is said', async (text, correctedText, first) => {
  const answer = await search({ text });
  expect([answer.correctedText, idsOf(answer)[0], answer.edges[0].node.match.reasons.at(-1)]).toEqual([correctedText, first, 'CORRECTED']);
});

test.each([
  ['comptoir alimentaire 211', 'comptoir alimentaire', [counter]],
  ['où trouver une cuisine zzyzx gratuitement', 'cuisine', [kitchen]],
  ['comptoir cuisine', 'comptoir / cuisine', [counter, kitchen]],
])('nothing answers to all of %s: to %s something does, and that is said', async (text, correctedText, ids) => {
  const answer = await search({ text });
  expect([answer.correctedText, idsOf(answer).sort(), answer.totalCount]).toEqual([correctedText, [...ids].sort(), ids.length]);
});

test('where nothing answers to all there, it is what answers to the most of it there', async () => {
  const there = await search({ text: 'comptoir cuisine', territory: 'vimont' });
  expect([there.correctedText, idsOf(there)]).toEqual(['comptoir', [counter]]);
  const food = await search({ text: 'croix rouge cuisine', categories: ['food'] });
  expect([food.correctedText, idsOf(food)]).toEqual(['cuisine', [kitchen]]);
});

test('that nothing answers to all is told by what the caller may see alone', async () => {
  const text = 'hébergement zzyzx';
  expect(await found(text)).toEqual([lodging]);
  expect(await found(text, researcher)).toEqual([shelter, lodging].sort());
});

test('ten thousand characters are read as far as anybody would', async () => {
  expect(await found('croix rouge '.repeat(800))).toEqual([lodging]);
  expect(await found('x'.repeat(10_000))).toEqual([]);
});

test('why and where it was found is said', async () => {
  const of = async (filter: object) => (await search(filter)).edges[0].node.match;
  expect(await of({ text: 'Comptoir alimentaire de l’île' })).toMatchObject({ reasons: expect.arrayContaining(['EXACT_NAME', 'NAME']) });
  expect(await of({ text: 'food bank' })).toMatchObject({ reasons: expect.arrayContaining(['NAME', 'SYNONYM']) });
  expect(await of({ near: { ...vimont, withinKm: 0.1 } })).toMatchObject({
    locatedIn: true,
    serving: false,
    distanceKm: 0,
    reasons: ['NEAR'],
  });
  expect(await of({ serving: vimont, organizations: [red] })).toMatchObject({ locatedIn: false, serving: true, reasons: ['SERVING'] });
  expect(await of({ categories: ['food'] })).toBeNull();
});

test('a place: near it, serving it, or either; the nearest first', async () => {
  expect(idsOf(await search({ near: { ...vimont, withinKm: 0.1 } })).sort()).toEqual([library, counter].sort());
  expect(idsOf(await search({ serving: vimont })).sort()).toEqual([counter, lodging].sort());
  expect(idsOf(await search({ serving: vimont, near: { ...vimont, withinKm: 0.1 } })).sort()).toEqual([library, counter, lodging].sort());
  expect(idsOf(await search({ near: { ...vimont, withinKm: 100 } }, { sort: 'DISTANCE' })).at(-1)).toBe(kitchen);
  expect(await search({}, { sort: 'DISTANCE' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  for (const filter of [
    { serving: { latitude: 91, longitude: 0 } },
    { near: { latitude: 0, longitude: 0, withinKm: 0 } },
    { near: { latitude: 0, longitude: 0, withinKm: -1 } },
  ])
    expect(await search(filter)).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('open then, by its hours; without hours it is not among them', async () => {
  await hub.db.query(
    `insert into directory.opening (service_id, open_during, known_until, changed_at)
     values ($1, tstzmultirange(tstzrange(now() - interval '1 hour', now() + interval '5 hours')), now() + interval '56 days', now())`,
    [library],
  );
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  expect(idsOf(await search({ openAt: inHours(1) }))).toEqual([library]);
  expect(idsOf(await search({ openAt: inHours(6) }))).toEqual([]);
});

test('confirmed goes first, then what is to verify, then what takes nobody; what is gone is left out unless named', async () => {
  const everything = async () =>
    (await search({ near: { latitude: 45.58, longitude: -73.71, withinKm: 50 }, serving: vimont })).edges.map(({ node }: Answer) => [
      node.id,
      node.match.group,
    ]);
  await say(library, 'OPEN');
  await say(kitchen, 'FULL');
  await say(counter, 'LIMITED', { goodUntil: new Date(Date.now() + 1_000).toISOString() });
  await new Promise(passed => setTimeout(passed, 1_200));
  expect(await everything()).toEqual([
    [library, 'CONFIRMED'],
    [counter, 'TO_VERIFY'],
    [kitchen, 'NOT_TAKING'],
    [lodging, 'NOT_TAKING'],
  ]);
  await say(lodging, 'CLOSED');
  expect((await everything()).map(([each]: Answer) => each)).not.toContain(lodging);
  expect(await found('croix rouge')).toEqual([]);
  expect(await found('lodgings')).toEqual([]);
  expect(await found('hébergement des personnes sinistrées')).toEqual([lodging]);
  expect(idsOf(await search({ text: 'croix rouge', states: ['CLOSED'] }))).toEqual([lodging]);
  expect(idsOf(await search({}))).toContain(lodging);
  expect(idsOf(await search({ text: 'cuisine' }, { sort: 'NAME' }))).toEqual([kitchen]);
});

test('each facet counts what all the others let through', async () => {
  const { facets, totalCount } = await search({ categories: ['food'], states: ['OPEN', 'FULL'] });
  expect(totalCount).toBe(1);
  expect(facets.states).toEqual([{ state: 'FULL', n: 1 }]);
  expect(facets.toConfirm).toBe(1);
  expect(facets.categories.map(({ category, n }: Answer) => [category.code, n])).toEqual([
    ['food', 1],
    ['education', 1],
  ]);
  expect(facets.languages).toEqual([
    { language: 'en', n: 1 },
    { language: 'fr', n: 1 },
  ]);
});

test('no service comes twice and none is left out while states change between pages', async () => {
  await hub.db.query(`insert into directory.service (id, source_id, organization_id, name_fr)
    select format('00000000-0000-7000-8000-%s', lpad(n::text, 12, '0'))::uuid, 'atelier ' || n, '${pain}', 'Atelier de couture ' || n from generate_series(100, 119) n`);
  const all = Array.from({ length: 20 }, (_, n) => id(100 + n));
  const states = ['OPEN', 'FULL', 'LIMITED', 'SUSPENDED'];
  for (const [n, each] of all.entries()) if (n % 3) await say(each, states[n % 4]!);
  const seen: string[] = [];
  for (let [after, more, page] = [null as string | null, true, 0]; more; page += 1) {
    const answer = await search({ text: 'atelier' }, { first: 3, after });
    expect(answer.totalCount).toBe(20);
    seen.push(...idsOf(answer));
    [after, more] = [answer.pageInfo.endCursor, answer.pageInfo.hasNextPage];
    const moved = [seen[0]!, seen.at(-1)!, all.find(each => !seen.includes(each)), all.findLast(each => !seen.includes(each))];
    for (const each of moved) if (each) await say(each, page % 2 ? 'FULL' : 'OPEN');
  }
  expect(seen).toHaveLength(20);
  expect([...seen].sort()).toEqual(all);
});

test('a cursor of another list is refused, whatever it holds', async () => {
  const of = async (filter: object, more: object = {}) => (await search(filter, { first: 1, ...more })).pageInfo.endCursor;
  const [byHours, byWords, byName] = [await of({ openAt: new Date() }), await of({ text: 'aide' }), await of({})];
  for (const [after, filter] of [
    [byHours, { text: 'aide' }],
    [byWords, { openAt: new Date() }],
    [byWords, { near: { ...vimont, withinKm: 5 } }],
  ] as const)
    expect(await search(filter, { after })).toMatchObject({ code: 'BAD_USER_INPUT' });
  const [sort, at, position, , id] = JSON.parse(Buffer.from(byName, 'base64').toString());
  for (const keys of [[], [1], ['a', 'b']])
    expect(await search({}, { after: Buffer.from(JSON.stringify([sort, at, position, keys, id])).toString('base64') })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
});

test('a cursor that is none, or is of long ago, is refused', async () => {
  const old = Buffer.from(
    JSON.stringify(['RELEVANCE', '2020-01-01T00:00:00Z', `${'0'.repeat(14)}.${'0'.repeat(19)}`, [1], id(1)]),
  ).toString('base64');
  for (const after of ['no cursor', old, Buffer.from('["NAME"]').toString('base64')])
    expect(await search({ text: 'atelier' }, { after })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('what: categories, common words, services, organizations', async () => {
  const anybody = await hub.as();
  const query = 'query ($text: String!) { suggestions(text: $text) { kind text { fr } serviceId categoryCode } }';
  const suggestions = async (text: string) => (await anybody.ask(query, { text })).suggestions;
  expect((await suggestions('alim'))[0]).toMatchObject({ kind: 'CATEGORY', categoryCode: 'food' });
  expect(await suggestions('comptoir al')).toContainEqual({
    kind: 'SERVICE',
    text: { fr: 'Comptoir alimentaire de l’Île' },
    serviceId: counter,
    categoryCode: null,
  });
  expect((await suggestions('croix'))[0]).toMatchObject({ kind: 'ORGANIZATION', text: { fr: 'Croix-Rouge canadienne' } });
  expect(await suggestions('🧑')).toEqual([]);
});

test('a confidential service is found by no path, as whoever may not read it; and by all of them as who may', async () => {
  const coordinator = await hub.as('MUNICIPAL_COORDINATOR', pain);
  const paths: [string, object][] = [
    ['its name', { text: 'Maison d’hébergement' }],
    ['a word', { text: 'maison' }],
    ['a typing mistake', { text: 'maisson' }],
    ['distance', { near: { ...vimont, withinKm: 1 } }],
    ['box', { bbox: { west: -74, south: 45, east: -73, north: 46 } }],
    ['territory', { territory: 'laval' }],
    ['organization', { organizations: [bonnePage] }],
    ['category', { categories: ['food'] }],
    ['state', { states: ['UNKNOWN', 'OPEN', 'FULL'] }],
  ];
  for (const who of [await hub.as(), coordinator, await hub.as('COMMITTEE_MEMBER', pain)])
    for (const [path, filter] of paths) expect([path, idsOf(await search(filter, {}, who))]).not.toContainEqual(shelter);
  for (const [path, filter] of paths) expect([path, idsOf(await search(filter, {}, researcher)).includes(shelter)]).toEqual([path, true]);
  const telling = async (who: TestClient) => {
    const { places, suggestions, services } = await who.ask(`{ places(text: "rue des cachettes") { kind } h: places(text: "H7Z") { kind }
      suggestions(text: "maison d'heb") { kind serviceId } services { totalCount facets { categories { n } } } }`);
    return [places, suggestions.filter(({ kind }: Answer) => kind === 'SERVICE').length, services.totalCount];
  };
  expect(await telling(coordinator)).toEqual([[], 0, 24]);
  expect(await telling(researcher)).toEqual([[], 1, 25]);
});

test('what nobody may see leads to what everybody may; a word alone in what is said of a service is no answer', async () => {
  await hub.db.query(
    `insert into directory.service (id, source_id, organization_id, name_fr, description_fr) values ($1, 'line', $2, 'Ligne d’écoute', 'Un petit mot')`,
    [id(300), pain],
  );
  const answers: [string, string[]][] = [
    ['violence conjugale', [id(300)]],
    ['domestic violence', [id(300)]],
    ['petit zzyzx', []],
    ['foodbank', await found('food bank')],
  ];
  for (const [text, ids] of answers) expect([text, await found(text)]).toEqual([text, ids]);
});

test('words that begin alike are not one word; what is found too goes after what was asked', async () => {
  const [meals, respite, hiv, cleaning, homeCare] = [200, 201, 202, 203, 204].map(id);
  await hub.db.query(
    `insert into directory.service (id, source_id, organization_id, name_fr)
     select ('00000000-0000-7000-8000-000000000' || 199 + place)::uuid, name, '${pain}', name from unnest($1::text[]) with ordinality named (name, place)`,
    [['Repas du midi', 'Répit de fin de semaine', 'Prévention du VIH', 'Ménage léger', 'Soutien à domicile', 'Manteaux d’hiver']],
  );
  const answers: [string, string[]][] = [
    ['repas', [meals!]],
    ['répits', [respite!]],
    ['HIV', [hiv!]],
    ['AIDS', [hiv!]],
  ];
  for (const [text, ids] of answers) expect([text, await found(text)]).toEqual([text, ids]);
  expect(idsOf(await search({ text: 'home care' }))).toEqual([homeCare, cleaning]);
});
