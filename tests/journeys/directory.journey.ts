import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bonnePage, kitchen, library, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await hub.db.query(`
    insert into directory.organization (id, source_id, name_fr, name_en) values
      (gen_random_uuid(), 'ete', 'Camp d’Été 100 % famille', 'Summer camp'), (gen_random_uuid(), 'coeur', 'Cœur_sur la main', null);
    insert into directory.organization (id, source_id, name_fr, confidential, confidential_reason) values
      (gen_random_uuid(), 'refuge', 'Un refuge', true, 'Menaces')`);
});
afterAll(() => hub?.close());

const ask = async (query: string, variables: object = {}) => (await hub.as()).ask(query, variables);
const organizations = async (text?: string): Promise<string[]> => {
  const answer = await ask('query ($text: String) { organizations(text: $text) { edges { node { name { fr } } } } }', { text });
  return answer.organizations.edges.map(({ node }: Answer) => node.name.fr);
};

test('what everything is said in: the region, its territories, the twenty categories', async () => {
  const answer = await ask(`{ region { name { fr } timeZone languages } categories { code name { fr } }
    all: territories { code kind } towns: territories(kind: NEIGHBOURHOOD) { name { fr } parent { code parent { code parent { parent { code parent { code } } } } } } }`);
  expect(answer.region).toEqual({ name: { fr: 'Laval' }, timeZone: 'America/Toronto', languages: ['fr', 'en'] });
  expect(answer.categories).toHaveLength(20);
  expect(answer.all.map(({ kind }: Answer) => kind).slice(0, 4)).toEqual(['PROVINCE', 'CMM', 'MRC', 'MUNICIPALITY']);
  expect(answer.towns).toHaveLength(14);
  expect(answer.towns[0]).toEqual({
    name: { fr: 'Auteuil' },
    parent: { code: 'laval', parent: { code: 'laval-mrc', parent: { parent: { code: 'quebec', parent: null } } } },
  });
});

test('organizations come in the order of their names, page by page, without the confidential ones', async () => {
  const names = ['Camp d’Été 100 % famille', 'Cœur_sur la main', 'La Bonne Page', 'Le Pain partagé'];
  expect(await organizations()).toEqual(names);
  const seen: string[] = [];
  for (let [after, more] = [null, true]; more;) {
    const { organizations: page } = await ask(paging, { after });
    seen.push(...page.edges.map(({ node }: Answer) => node.name.fr));
    expect(page.totalCount).toBe(4);
    [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
  }
  expect(seen).toEqual(names);
  const researcher = await hub.as('RESEARCHER', bonnePage);
  expect((await researcher.ask(paging)).organizations.totalCount).toBe(5);
});

test.each([
  ['camp d’ete', ['Camp d’Été 100 % famille']],
  ["CAMP D'ÉTÉ", ['Camp d’Été 100 % famille']],
  ['summer', ['Camp d’Été 100 % famille']],
  ['coeur', ['Cœur_sur la main']],
  ['r_s', ['Cœur_sur la main']],
  ['100 %', ['Camp d’Été 100 % famille']],
  ['\\', []],
  ['refuge', []],
])('organizations are found by %s', async (text, names) => expect(await organizations(text)).toEqual(names));

test.each(['', 'x', 'bnVsbA==', Buffer.from('["a","b"]').toString('base64')])('a cursor that is none is told: %j', async after => {
  const answer = await ask(paging, { after });
  if (after) expect(answer).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('what a service is gathered under follows its places, areas and categories, whoever changes them', async () => {
  const gathered = async (id: string) =>
    (await hub.db.query(`select located_in, serving, categories, territories from directory.service where id = $1`, [id]))[0];
  const above = ['cmm', 'laval', 'laval-mrc', 'quebec'];
  expect(await gathered(library)).toMatchObject({ located_in: [...above, 'vimont'], serving: [], categories: ['education'] });

  await hub.db.query(`update directory.location set territory_code = 'auteuil' where territory_code = 'vimont'`);
  await hub.db.query(`insert into directory.service_area (id, service_id, territory_code) values (gen_random_uuid(), $1, 'chomedey')`, [
    library,
  ]);
  await hub.db.query(`update directory.service_category set category = 'youth' where service_id = $1`, [library]);
  expect(await gathered(library)).toEqual({
    located_in: ['auteuil', ...above],
    serving: ['chomedey', ...above].sort(),
    territories: ['auteuil', 'chomedey', ...above],
    categories: ['youth'],
  });

  await hub.db.query(`update directory.location set confidential = true, confidential_reason = 'Menaces' where territory_code = 'auteuil'`);
  expect((await gathered(library)).located_in).toEqual(above);
  await hub.db.query('delete from directory.service_area; delete from directory.service_category');
  expect(await gathered(kitchen)).toMatchObject({ serving: [], categories: [] });
  await expect(hub.db.query(`update directory.service set territories = '{}'`)).rejects.toThrow('permission denied');
});

test('the words that a service is found by follow its names, its organization, its categories and what it tells', async () => {
  const words = async () =>
    (await hub.db.query('select search_words from directory_published.service where id = $1', [kitchen]))[0].search_words;
  const found = async (word: string) =>
    (
      await hub.db.query(
        `select id from directory_published.service where search_vector @@ directory_published.query_of(array[$1]) and id = $2`,
        [word, kitchen],
      )
    ).length;
  expect(await words()).toBe('cuisine collective community kitchen le pain partage '); // its category went a test ago
  await hub.db.query(`insert into directory.service_category (service_id, category) values ($1, 'seniors')`, [kitchen]);
  await hub.db.query(`update directory.organization set name_en = 'Shared Bread' where id = $1`, [pain]);
  await hub.db.query(`update directory.service set alternate_name_fr = 'L’Œuf doré', description_fr = 'Soupe à l’oignon' where id = $1`, [
    kitchen,
  ]);
  for (const word of ['aines', 'shared', 'soupe', 'kitchen', 'cuisi:*', 'oeuf']) expect([word, await found(word)]).toEqual([word, 1]);
  await expect(hub.db.query(`update directory.service set search_words = ''`)).rejects.toThrow('permission denied');
});

const paging = `query ($after: String) { organizations(first: 2, after: $after) { totalCount edges { node { name { fr } } } pageInfo { endCursor hasNextPage } } }`;
