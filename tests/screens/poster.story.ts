import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { create } from 'qrcode';
import { wrongOf } from '../support/looks.ts';
import { desk, type Person, phone } from '../support/person.ts';
import { another, hangs, type Hung, makes, renews, revokes } from '../support/posters.ts';
import { bonnePage, kitchen, pain } from '../support/region.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Recherche', 'RESEARCHER', bonnePage);
  await stage.has('Écoute', 'COUNSELLOR', bonnePage);
}, 60_000);
const told = /status of (4(04|22|29)|500)/; // a browser complains of what is refused
afterEach(async () => expect((await stage.clear()).filter(said => !told.test(said))).toEqual([]));
afterAll(() => stage?.strike());

const hung = async (): Promise<Hung> => {
  const poster = await hangs(stage.hub);
  const renewed = await renews(await stage.hub.as('RESEARCHER', bonnePage), poster.posterId);
  return { ...poster, pin: renewed.poster.thisWeek.pin };
};
const given = async (): Promise<any[]> => stage.hub.db.query(`select * from outreach.answer where said_by = 'POSTER' order by recorded_at`);
const article = (person: Person, name: string) => person.page.getByRole('article').filter({ hasText: name }).first();
const thanks = (person: Person) => person.page.getByRole('heading', { level: 1, name: /^(Merci, c’est noté|Thank you, noted)$/ });
const who = async ({ page }: Person, pin: string, name: string) => {
  await page.getByLabel('Numéro de la semaine').fill(pin);
  await page.getByLabel('Votre prénom').fill(name);
};

/** What a reader of the code would see, module by module. */
const drawn = (person: Person): Promise<string> =>
  person.page.evaluate(() => {
    const svg = (globalThis as any).document.querySelector('svg[role=img]');
    const side = Number(svg.getAttribute('viewBox').split(' ')[2]) - 8;
    const dark = new Set([...svg.querySelector('path[d]').getAttribute('d').matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]: any) => `${x - 4} ${y - 4}`)); // prettier-ignore
    return Array.from({ length: side * side }, (_, n) => (dark.has(`${n % side} ${Math.floor(n / side)}`) ? 1 : 0)).join('');
  });
const codeOf = (text: string): string => create(text, { errorCorrectionLevel: 'Q' }).modules.data.join('');

test('an editor makes one from « Mes services », reads the number of the week and prints a sheet; its code is its address', async () => {
  const she = await stage.partner({ viewport: desk });
  const { page } = she;
  await page.getByRole('link', { name: /Affiche du comptoir/ }).click();
  await page.getByRole('button', { name: 'Créer l’affiche de Le Pain partagé' }).click();
  const card = page.getByRole('article', { name: 'Le Pain partagé' });
  await card.getByText('Jamais imprimée').waitFor();
  const { poster } = await makes(await stage.hub.as('PARTNER_EDITOR', pain), pain);
  await card.getByText(poster.thisWeek.pin, { exact: true }).waitFor();
  expect([await she.faults(), await wrongOf(she)]).toEqual([[], []]);
  await card.getByRole('button', { name: 'Imprimer l’affiche de Le Pain partagé' }).click();
  const sheet = page.getByRole('region', { name: 'L’affiche à imprimer' });
  const text = (await sheet.getByText(/\/p\/[\w-]{43}$/).textContent())!;
  const address = `${new URL(page.url()).protocol}//${text}`;
  expect(await drawn(she)).toBe(codeOf(address));
  expect([await she.faults(), await wrongOf(she)]).toEqual([[], []]);
  expect((await sheet.textContent())!.includes(poster.thisWeek.pin)).toBe(false); // whoever stands before it may be anybody
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Retour aux affiches' }).isVisible()).toBe(false);
  expect(await sheet.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });

  const he = await stage.somebody({ viewport: phone });
  await he.opens(new URL(address).pathname);
  await article(he, 'Cuisine collective').waitFor();
  await page.getByRole('button', { name: 'Retour aux affiches' }).click();
  await card.getByText(/^Imprimée/).waitFor();
});

test('a volunteer at 390 px, without scripts: a wrong number is said beside it and nothing is lost; then it is taken, and the world sees it', async () => {
  const poster = await hung();
  const she = await stage.somebody({ viewport: phone, javaScriptEnabled: false });
  await she.opens(`/p/${poster.token}`);
  await who(she, another(poster.pin), 'Ginette');
  await article(she, 'Cuisine collective').locator('.tile', { hasText: 'Complet' }).click();
  await article(she, 'Cuisine collective').getByLabel(/Un mot pour le public/).fill('Revenez demain matin'); // prettier-ignore
  await she.page.getByRole('button', { name: 'Envoyer' }).click();
  await she.page.locator('#wrong-pin', { hasText: 'Ce numéro n’est pas celui de la semaine' }).waitFor();
  expect(await she.page.getByLabel('Votre prénom').inputValue()).toBe('Ginette');
  await she.page.getByLabel(/^Numéro de la semaine/).fill(poster.pin);
  await she.page.getByRole('button', { name: 'Envoyer' }).click();
  await thanks(she).waitFor();
  await article(she, 'Cuisine collective').getByText('Revenez demain matin').waitFor();
  expect(await she.page.getByText('Ginette').count()).toBe(0);
  expect((await given()).at(-1)).toMatchObject({ first_name: 'Ginette', services: [kitchen] });
});

test('with scripts, at 360 px: « Rien n’a changé », then corrected in English; what another said just now is told', async () => {
  const poster = await hung();
  const she = await stage.somebody({ viewport: { width: 360, height: 740 } });
  await she.opens(`/p/${poster.token}`);
  expect(await she.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await she.faults()).toEqual([]);
  await who(she, poster.pin, 'Omar');
  await she.page.getByRole('button', { name: /Rien n’a changé/ }).click();
  await thanks(she).waitFor();
  expect(await she.faults()).toEqual([]);
  await she.page.getByRole('link', { name: 'English' }).click();
  await she.page.getByRole('link', { name: 'Correct' }).click();
  await she.page.getByLabel('This week’s number').fill(poster.pin);
  await she.page.getByLabel('Your first name').fill('Omar');
  await article(she, 'Community kitchen').getByText('Change', { exact: false }).first().click();
  await article(she, 'Community kitchen').locator('.tile', { hasText: 'Open' }).first().click();
  await she.page.getByRole('button', { name: 'Send' }).click();
  await thanks(she).waitFor();
  await article(she, 'Community kitchen').getByText(/Somebody else said/).waitFor(); // prettier-ignore
});

test('to open it changes nothing; a form is one act; of one that is no more nothing is shown', async () => {
  const poster = await hung();
  const address = `${stage.hub.url}/p/${poster.token}`;
  const count = async () => JSON.stringify(await stage.hub.db.query(`select (select count(*) from platform.event) as events,
    (select json_agg(p) from outreach.poster p) as posters, (select count(*) from outreach.answer) as answers`)); // prettier-ignore
  const before = await count();
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect((await fetch(address, { method })).status).toBeLessThan(500);
  const page = await fetch(address);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(await count()).toBe(before);
  const nonce = /name="nonce" value="([^"]+)"/.exec(await page.text())![1]!;
  const send = (more: object, by = nonce) =>
    fetch(address, { method: 'POST', headers: { origin: 'null' }, body: new URLSearchParams({ nonce: by, firstName: 'Léa', ...more }) });
  const full = { do: 'answer', pin: poster.pin.replace(/^../, '$& '), [`state.${kitchen}`]: 'FULL' };
  const [known] = [(await given()).length];
  expect((await Promise.all([send(full), send(full)])).map(({ status }) => status)).toEqual([200, 200]);
  expect(await given()).toHaveLength(known + 1);
  for (const wrong of [
    { ...full, [`state.${kitchen}`]: 'OPEN' },
    { do: 'answer', pin: poster.pin },
    { ...full, pin: '12' },
    { ...full, firstName: '' },
  ])
    // prettier-ignore
    expect((await send(wrong)).status).toBe(422);
  expect((await send(full, 'a.b')).status).toBe(422);
  expect(await given()).toHaveLength(known + 1);

  for (let n = 0; n < 5; n++) await send({ ...full, pin: another(poster.pin) });
  const waiting = await send(full);
  expect([waiting.status, Number(waiting.headers.get('retry-after')) > 800]).toEqual([429, true]);
  expect(await waiting.text()).toContain('Léa');

  await revokes(await stage.hub.as('PARTNER_EDITOR', pain), poster.posterId);
  const bodies = [];
  for (const token of [poster.token, 'nothing']) {
    const ended = await fetch(`${stage.hub.url}/p/${token}`);
    bodies.push((await ended.text()).replaceAll(token, ''));
    expect(ended.status).toBe(404);
  }
  expect(bodies[0]).toBe(bodies[1]);
});

test('211 makes one for any organization, reads its number, sees who answered, changes it and withdraws it; who may not is told so', async () => {
  const he = await stage.signedIn('Recherche', { viewport: desk });
  const { page } = he;
  await he.opens('/posters');
  await page.getByRole('combobox', { name: 'Pour quel organisme?' }).fill('pain');
  await page.getByRole('option', { name: /Pain/ }).first().click();
  await page.getByRole('button', { name: 'Créer l’affiche' }).click();
  const card = page.getByRole('article', { name: 'Le Pain partagé' });
  await card.getByText('Numéro de cette semaine').waitFor();
  const before = await card.locator('b').first().textContent();
  await card.getByRole('button', { name: 'Changer le numéro de Le Pain partagé' }).click();
  await card.getByText('Le numéro de cette semaine ne vaudra plus rien').waitFor();
  await card.getByRole('button', { name: 'Changer le numéro' }).click();
  await card.locator('b').first().filter({ hasNotText: before! }).waitFor();
  await card.getByRole('button', { name: 'Retirer l’affiche de Le Pain partagé' }).click();
  await card.getByRole('button', { name: 'Retirer l’affiche' }).click();
  await card.waitFor({ state: 'detached' });
  expect([await he.faults(), await wrongOf(he)]).toEqual([[], []]);

  const other = await stage.signedIn('Écoute');
  await other.opens('/posters');
  await other.page.getByText('Ces affiches sont pour les organismes et l’équipe du 211.').waitFor();
});

test('posters that cannot be read are said to be, and are read once the hub answers; no number is kept on the device', async () => {
  const poster = await hung();
  const she = await stage.partner();
  let down = true;
  await she.page.route('**/graphql', route => (down ? route.fulfill({ status: 500, body: 'no' }) : route.continue()));
  await she.page.goto('/posters');
  await she.page.getByText('Nous n’avons pas pu lire les affiches.').waitFor();
  expect([await she.faults(), await wrongOf(she)]).toEqual([[], []]);
  down = false;
  await she.page.evaluate(() => (globalThis as any).dispatchEvent(new Event('online'))); // or else in five seconds
  await she.page.getByText(poster.pin, { exact: true }).waitFor();
  await until(() => she.keeps('timeZone'));
  expect(await she.keeps(poster.pin)).toBe(false);
});
