import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bonnePage, kitchen, library, pain, pontViau, shelter, someServices } from '../support/region.ts';
import { type Answer, type TestClient, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let partner: TestClient;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  partner = await hub.as('PARTNER_EDITOR', pain);
  await hub.db.query(`insert into directory.phone (id, service_id, number, extension, position)
    values (gen_random_uuid(), '${kitchen}', '450 555-0190', '12', 0)`);
});
afterAll(() => hub?.close());

const get = (path: string, who?: TestClient, language = 'fr') =>
  fetch(hub.url + path, {
    redirect: 'manual',
    headers: { accept: 'text/html', 'accept-language': language, ...(who?.token && { authorization: `Bearer ${who.token}` }) },
  });
const page = async (path: string, who?: TestClient, language?: string) => {
  const response = await get(path, who, language);
  expect(response.headers.get('content-type')).toContain('text/html');
  return (await response.text()).replace(/\s+/g, ' ').replace(/> (?=<)/g, '>');
};
const ids = (text: string) => [...text.matchAll(/<h2><a href="\/services\/([0-9a-f-]{36})/g)].map(([, id]) => id);

async function says(state: string, more: object = {}): Promise<void> {
  const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
  const { reportServiceStatus } = await partner.ask(reporting, { input: { serviceId: kitchen, state, ...more } });
  expect(reportServiceStatus.__typename).toBe('ServiceStatusReported');
}

test('the same services in the same order as the live list, with no script at all, in both languages', async () => {
  const text = await page('/?plain');
  expect(text).not.toMatch(/<script|javascript:/);
  expect(text).toContain('<html lang="fr">');
  const { services } = await (await hub.as()).ask('{ services(sort: RELEVANCE) { edges { node { id } } } }');
  expect(ids(text)).toEqual(services.edges.map(({ node }: Answer) => node.id));
  expect(text).toContain('2 services');
  expect(text).toContain('href="tel:4505550190;ext=12"');
  const english = await page('/?plain', undefined, 'en');
  expect(english).toContain('Community kitchen');
  expect(english).toContain('<span lang="fr">Aide aux devoirs</span>');
  expect(await page('/?plain&lang=en')).toContain('Find help');
});

test('found by what, where and category; a place nobody knows is told beside it and nothing typed is lost', async () => {
  expect(ids(await page('/?plain&q=cuisnie'))).toEqual([kitchen]);
  expect(ids(await page('/?plain&where=Vimont'))).toEqual([library]);
  expect(ids(await page('/?plain&category=food'))).toEqual([kitchen]);
  const nowhere = await page('/?plain&where=Tombouctou&q=cuisine');
  expect(nowhere).toContain('Nous ne connaissons pas ce lieu');
  expect(nowhere).toContain('value="Tombouctou"');
  expect(ids(nowhere)).toEqual([kitchen]);
  const nothing = await page('/?plain&q=xyzzy');
  expect(ids(nothing)).toEqual([]);
  expect(nothing).toContain('Le 211 cherche avec vous');
});

test('a state is told with how sure it is, whose word it is, and what is planned', async () => {
  await says('LIMITED', { note: { fr: 'Sans <b>pain</b> "ce soir"' } });
  const limited = await page('/?plain');
  expect(limited).toMatch(/Limité<\/span> · dit le <time/);
  expect(limited).toContain('selon l’organisme');
  expect(limited).toContain('Sans &#60;b&#62;pain&#60;/b&#62; &#34;ce soir&#34;');
  await says('SUSPENDED', { effectiveFrom: new Date(Date.now() + 3_600_000) });
  expect(await page(`/services/${kitchen}?plain`)).toContain('Puis Fermé temporairement, le <time');
});

test('how many are left is told, and of a place that differs how it is', async () => {
  await says('LIMITED', { capacity: { available: 3, total: 9, unit: { fr: 'paniers' } } });
  expect(await page(`/services/${kitchen}?plain`)).toContain('Reste 3 sur 9 paniers, <time');
  await says('SUSPENDED', { locationId: pontViau });
  const [, main] = (await page(`/services/${kitchen}?plain`)).split('<main>');
  const [ofChomedey, ofPontViau] = ['Point de Chomedey', 'Point de Pont-Viau'].map(name => main!.slice(main!.indexOf(name)));
  expect(ofPontViau).toMatch(/^[^]*?<span class="state">Fermé temporairement/);
  expect(ofChomedey!.slice(0, ofChomedey!.indexOf('</div>'))).toContain('<span class="state">Limité');
  await says('OPEN');
});

test('past its end neither full nor open; then nobody is sure', async () => {
  await says('FULL', { goodUntil: new Date(Date.now() + 1_500) });
  expect(await page('/?plain')).toMatch(/Complet<\/span> · dit le .*jusqu’au <time/);
  await new Promise(later => setTimeout(later, 1_600));
  expect(await page('/?plain')).toMatch(
    /class="stale"><span class="state">Complet<\/span> · devait reprendre le <time[^>]*>[^<]*<\/time>, <b>à confirmer/,
  );
});

test('what is confidential is on no page of who may not know of it', async () => {
  const researcher = await hub.as('RESEARCHER', bonnePage);
  expect(ids(await page('/?plain'))).not.toContain(shelter);
  expect(ids(await page('/?plain', researcher))).toContain(shelter);
  const hidden = await get(`/services/${shelter}?plain`);
  expect(hidden.status).toBe(404);
  expect(await hidden.text()).not.toContain('hébergement');
  expect(await page(`/services/${shelter}?plain`, researcher)).toContain('Maison d’hébergement');
});

test.each(['x', '%27%3B--', '00000000-0000-7000-8000-000000000099'])('of no service: %s is told so', async id => {
  const response = await get(`/services/${id}?plain`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('Ce service n’est pas dans le répertoire.');
});

test('a token that has ended is told so, on a page', async () => {
  const ended = { token: 'ended' } as TestClient;
  for (const path of ['/?plain', `/services/${kitchen}?plain`]) {
    const response = await get(path, ended, 'en');
    expect([response.status, response.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('Sign in to continue.');
  }
  expect(await page('/?plain&lang=fr', ended, 'en')).toContain('Ouvrez une session pour continuer.');
});

test('what is not understood hurts nobody', async () => {
  for (const query of [
    'q=%00',
    'q=a&q=b',
    'after=x',
    'category=nothing',
    'open=never',
    `q=${'x'.repeat(9_000)}`,
    'lang=de',
    'where=%F0%9F%8D%9E',
  ])
    expect((await get(`/?plain&${query}`)).status).toBe(200);
});

test('any other address without scripts leads to the list; with scripts it is the app’s', async () => {
  const elsewhere = await get('/situation/wall?plain');
  expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([303, '/?plain']);
  for (const path of ['/', `/services/${kitchen}`]) expect(await (await get(path)).text()).not.toContain('class="service"');
});
