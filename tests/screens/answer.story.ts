import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { become, isHeard, looks, wrongOf } from '../support/looks.ts';
import { bonnePage, kitchen, pain } from '../support/region.ts';
import { answering, type Asked, linkTo, relayedLibrary, request, stands } from '../support/requests.ts';
import { desk, type Person, phone } from '../support/person.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
let asked: Asked;
const soup = '00000000-0000-7000-8000-000000000013';
beforeAll(async () => {
  stage = await Stage.set();
  await stage.hub.db.query(
    `insert into directory.service (id, source_id, organization_id, name_fr, name_en, languages) values ($1, 'soup', $2, 'Soupe populaire', 'Soup kitchen', '{fr}')`,
    [soup, pain],
  );
}, 60_000);
beforeEach(async () => {
  await says([kitchen, soup], 'OPEN');
  asked = await request(stage.hub, { services: [kitchen, soup] });
});
const told = /status of 4(04|22)/; // a browser complains of what is refused
afterEach(async () => expect((await stage.clear()).filter(said => !told.test(said))).toEqual([]));
afterAll(() => stage?.strike());

const says = async (ids: string[], state: string, more: object = {}) => {
  const { token } = await request(stage.hub, { services: ids });
  const answers = ids.map(serviceId => ({ serviceId, state, ...more }));
  await (await stage.hub.as()).ask(answering, { input: { token, answers } });
};
const path = ({ token } = asked) => `/r/${token}`;
const given = async (): Promise<any[]> =>
  stage.hub.db.query('select * from outreach.answer where request_id = $1 order by recorded_at', [asked.requestId]);
const thanks = (person: Person) => person.page.getByRole('heading', { level: 1, name: /^(Merci, c’est noté|Thank you, noted)$/ });
const article = (person: Person, name: string) => person.page.getByRole('article').filter({ hasText: name }).first();

test('a volunteer at 390 px: the link, one tap, done; what the world now sees is said', async () => {
  const she = await stage.somebody();
  await she.opens(path());
  expect(await she.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await she.faults()).toEqual([]);
  await she.page.getByRole('button', { name: /Rien n’a changé/ }).click();
  await thanks(she).waitFor();
  await she.page.getByText('Voici ce que le monde voit maintenant').waitFor();
  expect(await she.page.getByRole('article').count()).toBe(2);
  expect(await she.faults()).toEqual([]);
  expect(await stands(stage.hub, asked)).toEqual({ state: 'ANSWERED', by: { [pain]: 'LINK' } });
  expect((await given())[0].services).toHaveLength(2);
});

test('one service is full until tomorrow, with a word: the rest is confirmed by the same tap, then corrected in English', async () => {
  const she = await stage.somebody();
  await she.opens(path());
  const kitchenCard = article(she, 'Cuisine collective');
  await kitchenCard.getByText('Changer').click();
  await kitchenCard.getByText('Complet').click();
  await kitchenCard.getByText('Demain 9 h').click();
  await kitchenCard.getByLabel(/Un mot pour le public/).fill('Revenez demain matin');
  await she.page.getByRole('button', { name: /Rien n’a changé/ }).click();
  await thanks(she).waitFor();
  await article(she, 'Cuisine collective').getByText('Revenez demain matin').waitFor();
  expect((await given())[0].services.sort()).toEqual([kitchen, soup].sort());
  await she.page.getByRole('link', { name: 'English' }).click();
  await she.page.getByRole('link', { name: 'Correct' }).click();
  await article(she, 'Community kitchen').getByText('Change', { exact: false }).first().click();
  await article(she, 'Community kitchen').getByText('Open', { exact: true }).click();
  await she.page.getByRole('button', { name: 'Send my answer' }).click();
  await thanks(she).waitFor();
  expect(await she.faults()).toEqual([]);
});

test('a count is asked for by itself; what is wrong is said beside it and nothing typed is lost', async () => {
  await says([kitchen], 'LIMITED', { capacity: { available: 3, total: 40, unit: { fr: 'paniers' } } });
  const she = await stage.somebody({ viewport: { width: 360, height: 740 } });
  await she.opens(path());
  const kitchenCard = article(she, 'Cuisine collective');
  await kitchenCard.getByText('Ce service a un nombre').waitFor();
  await kitchenCard.getByLabel(/Combien en reste-t-il\? \(paniers\)/).fill('60');
  await she.page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
  await article(she, 'Cuisine collective').getByText('Choisissez un état pour ce service.').waitFor();
  expect(await she.page.getByLabel(/Combien en reste-t-il\? \(paniers\)/).inputValue()).toBe('60');
  expect(await she.faults()).toEqual([]);
  await article(she, 'Cuisine collective').getByText('Limité', { exact: true }).last().click();
  await she.page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
  await article(she, 'Cuisine collective').locator('.wrong', { hasText: '60' }).waitFor(); // of 40
  await she.page.getByLabel(/Combien en reste-t-il\? \(paniers\)/).fill('12');
  await she.page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
  await thanks(she).waitFor();
  await article(she, 'Cuisine collective').getByText('Reste 12 sur 40').waitFor();
});

test('a scanner opens everything that the page names, and nothing changes', async () => {
  const count = async () => JSON.stringify(await stage.hub.db.query(`select (select count(*) from platform.event) as events,
    (select json_agg(r) from outreach.request r) as requests, (select count(*) from outreach.answer) as answers,
    (select count(*) from outreach.preference) as preferences, (select count(*) from platform.outgoing) as mails`)); // prettier-ignore
  const before = await count();
  const she = await stage.somebody();
  await she.opens(path());
  const named: string[] = await she.page.evaluate(`[...document.querySelectorAll('[href], [src], [action]')].map(each => each.href || each.src || each.action)`); // prettier-ignore
  const hub = new URL(she.page.url()).origin;
  const all = [...named, `${hub}${path()}/unsubscribe`, `${hub}${path()}/opened`, `${hub}${path()}/new-link`, `${hub}${path()}?said=last`];
  expect(all.length).toBeGreaterThan(8);
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    for (const address of all.filter(each => each.startsWith(hub)))
      expect((await fetch(address, { method, headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } })).status).toBeLessThan(500);
  expect(await count()).toBe(before);
});

test('the first tap opens it; to scroll or look does not', async () => {
  const she = await stage.somebody();
  await she.opens(path());
  expect((await stands(stage.hub, asked)).state).toBe('SENT');
  await she.page.locator('summary').first().click();
  await until(async () => (await stands(stage.hub, asked)).state === 'OPENED');
});

test('without scripts: answered, refused beside the field, declined', async () => {
  const she = await stage.somebody({ javaScriptEnabled: false, viewport: desk, locale: 'en-CA', colorScheme: 'dark' });
  await she.opens(path());
  await she.page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
  await she.page.getByRole('alert').getByText('Dites au moins une chose').waitFor();
  await article(she, 'Soupe populaire').getByText('Changer').click();
  await article(she, 'Soupe populaire').getByText('Fermé temporairement').click();
  await she.page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
  await thanks(she).waitFor();
  expect(await given()).toHaveLength(1);
  await she.opens(path());
  await she.page.getByRole('button', { name: 'Ne plus m’écrire, appelez-moi' }).click();
  await she.page.getByText('le 211 vous appellera').waitFor();
});

test('a form is one act: sent twice it counts once; sent again with something else it is shown again, and then taken', async () => {
  const page = await (await fetch(`${stage.hub.url}${path()}`)).text();
  const send = (body: object, form = page) => {
    const nonce = /name="nonce" value="([^"]+)"/.exec(form)![1]!;
    return fetch(`${stage.hub.url}${path()}`, {
      method: 'POST',
      body: new URLSearchParams({ nonce, ...body }),
      headers: { origin: 'null' },
    });
  };
  const full = { do: 'answer', [`state.${kitchen}`]: 'FULL' };
  const both = await Promise.all([send(full), send(full)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await given()).toHaveLength(1);
  const other = await send({ do: 'answer', [`state.${kitchen}`]: 'OPEN', words: 'Panne de courant' });
  const again = await other.text();
  expect([other.status, again.includes('déjà été envoyée'), again.includes('Panne de courant')]).toEqual([422, true, true]);
  expect((await send({ do: 'answer', words: 'Panne de courant' }, again)).status).toBe(200);
  expect(await given()).toHaveLength(2);
  for (const nonce of ['', 'x', 'a.b', asked.token]) expect((await send({ ...full, nonce })).status).toBe(422);
  expect(await given()).toHaveLength(2);
});

test('without a line the answer is kept, said so, outlives the page, and is sent once', async () => {
  const she = await stage.somebody();
  await she.opens(path());
  she.line.cut();
  await she.context.setOffline(true);
  await she.page.getByRole('button', { name: /Rien n’a changé/ }).click();
  await she.page.getByText(/^En attente de réseau/).waitFor();
  expect(await given()).toEqual([]);
  await she.hasTheLineAgain();
  await she.opensAnother(path());
  await thanks(she).waitFor();
  await until(async () => (await given()).length === 1);
  await she.opensAnother(path());
  await she.page.getByText('Vous avez répondu le').waitFor();
  expect(await given()).toHaveLength(1);
  const [{ said_at: saidAt, recorded_at: recordedAt }] = await given();
  expect(+saidAt).toBeLessThan(+recordedAt);
});

test('two phones by the same link: both are kept, and each can read what the other said', async () => {
  const [one, two] = [await stage.somebody(), await stage.somebody()];
  await Promise.all([one.opens(path()), two.opens(path())]);
  for (const [person, state] of [
    [one, 'Complet'],
    [two, 'Limité'],
  ] as const) {
    await article(person, 'Cuisine collective').getByText('Changer').click();
    await article(person, 'Cuisine collective').locator('.tile', { hasText: state }).click();
  }
  await one.page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
  await thanks(one).waitFor();
  await two.page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
  await thanks(two).waitFor();
  await two.page.getByText('Quelqu’un d’autre a dit « Complet »').waitFor();
  await one.page.reload();
  await one.page.getByText('Quelqu’un d’autre a dit « Limité »').waitFor();
  expect(await given()).toHaveLength(2);
});

test('expired, revoked, guessed: the same page, politely, with a way on; a new link goes to the request’s own mailbox alone', async () => {
  await stage.hub.db.query(`update directory.organization set email = 'bureau@pain.test' where id = $1`, [pain]);
  const expired = await linkTo(stage.hub, asked.requestId, 1);
  const she = await stage.somebody();
  const pages = new Set<string>();
  for (const token of [expired, asked.token.replace(/.$/, '_'), 'nothing']) {
    const answer = await she.page.goto(`/r/${token}`);
    expect(answer!.status()).toBe(404);
    expect(answer!.headers()).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    await she.page.getByRole('heading', { level: 1, name: 'Ce lien n’est plus valide' }).waitFor();
    pages.add((await she.page.content()).replaceAll(token, ''));
  }
  expect(pages.size).toBe(1);
  for (const look of looks) {
    await become(she, look);
    expect([...(await wrongOf(she)), ...(isHeard(look) ? await she.faults() : [])]).toEqual([]);
  }
  await become(she, looks[0]!);
  const mails = async () =>
    (await stage.hub.db.query(`select subject from platform.outgoing where template = 'new-request-link'`)) as object[];
  await she.page.getByRole('button', { name: 'Recevoir un nouveau lien' }).click();
  await she.page.getByText('Si ce lien a déjà été bon').waitFor();
  expect(await mails()).toEqual([]);
  await she.opens(`/r/${expired}`);
  await she.page.getByRole('button', { name: 'Recevoir un nouveau lien' }).click();
  await she.page.getByText('Si ce lien a déjà été bon').waitFor();
  await she.opens(`/r/${expired}`);
  await she.page.getByRole('button', { name: 'Recevoir un nouveau lien' }).click();
  expect(await mails()).toEqual([{ subject: asked.requestId }]);
});

test('who speaks for another: by organization, and said so; « Devenir membre » asks for an account', async () => {
  asked = await request(stage.hub, {
    services: [kitchen],
    relayed: relayedLibrary,
    facts: ['PHONE', 'HOURS', 'ADDRESS'],
    question: 'Avez-vous une génératrice?',
  });
  const she = await stage.somebody({ viewport: phone });
  await she.opens(path());
  await she.page.getByRole('heading', { level: 2, name: /La Bonne Page/ }).waitFor();
  await article(she, 'Aide aux devoirs').locator('.tile', { hasText: 'Ouvert' }).click();
  await she.page.getByLabel(/génératrice/).fill('Oui, une');
  await she.page
    .getByLabel(/Téléphone/)
    .first()
    .fill('450 555-0111');
  expect(await she.faults()).toEqual([]);
  await she.page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
  await thanks(she).waitFor();
  expect((await stands(stage.hub, asked)).by).toEqual({ [bonnePage]: 'RELAY', [pain]: null });
  const [fact] = await stage.hub.db.query('select proposed, kind from directory.proposed_change where request_id = $1', [asked.requestId]);
  expect([fact, (await given())[0].words]).toEqual([{ proposed: '450 555-0111', kind: 'PHONE' }, 'Oui, une']);
  await she.page.getByText('Devenir membre').click();
  await she.page.getByLabel('Votre courriel').fill('ginette@pain.test');
  await she.page.getByLabel('Votre nom').fill('Ginette');
  await she.page.getByRole('button', { name: 'Demander un compte' }).click();
  await she.page.getByText('Regardez vos courriels').waitFor();
  const [claim] = await stage.hub.db.query('select vouched from identity.claim where organization_id = $1', [pain]);
  expect(claim).toEqual({ vouched: true });
});
