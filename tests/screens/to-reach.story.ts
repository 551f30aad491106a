import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { desk, type Person, phone } from '../support/person.ts';
import { bonnePage, kitchen, pain } from '../support/region.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Étienne', 'RESEARCHER', bonnePage);
  await stage.has('Solange', 'CENTRE_SUPERVISOR', bonnePage);
  await stage.hub.db.query(
    `insert into directory.phone (id, organization_id, number) values ('00000000-0000-7000-8000-000000000091', $1, '450-555-0199')`,
    [pain],
  );
}, 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

const line = (person: Person, name: string) => person.page.getByRole('listitem').filter({ hasText: name }).first();
const calls = () => stage.hub.db.query('select result, note, ended_at from outreach.call order by claimed_at');
const onScreen = (person: Person, words: string | RegExp) => person.page.getByText(words).filter({ visible: true }).first().waitFor();

test('the silent are called: one claims by the keyboard, the other sees it at once; what is said turns every board, and the row leaves', async () => {
  const [etienne, solange, board] = [
    await stage.signedIn('Étienne', { viewport: desk }),
    await stage.signedIn('Solange', { viewport: desk }),
    await stage.somebody({ viewport: desk }),
  ];
  await Promise.all([etienne.opens('/to-reach'), solange.opens('/to-reach'), board.opens(`/services/${kitchen}`)]);
  await onScreen(etienne, '2 organismes à appeler');
  expect(await line(etienne, 'Le Pain partagé').getByRole('link').getAttribute('href')).toBe('tel:+14505550199');
  await line(solange, 'Le Pain partagé').waitFor();
  await solange.live.waitFor();

  await etienne.page.keyboard.press('ArrowDown');
  const first = await etienne.page.locator(':focus').getAttribute('aria-label');
  if (!first?.includes('Le Pain partagé')) await etienne.page.keyboard.press('ArrowDown');
  await etienne.page.keyboard.press('Enter');
  await etienne.page.getByRole('heading', { level: 2, name: 'Le Pain partagé' }).waitFor();
  await line(solange, 'Le Pain partagé').getByText('Pris par Étienne').waitFor();
  expect(await line(solange, 'Le Pain partagé').getByRole('button').count()).toBe(0);

  await etienne.page.getByLabel('Note de l’appel').fill('Lise répond jusqu’à 16 h');
  await etienne.page.keyboard.press('Escape'); // out of the note, not of the call
  await etienne.page.getByRole('button', { name: /^Limité.*Cuisine collective/ }).click();
  await board.page.getByText('Limité').first().waitFor();
  await onScreen(solange, '1 organisme à appeler');
  await etienne.page.keyboard.press('1');
  await onScreen(etienne, /Choisissez un organisme/);
  expect(await calls()).toMatchObject([{ result: 'ANSWERED', note: 'Lise répond jusqu’à 16 h' }]);
  const [word] = await stage.hub.db.query('select source, heard_channel from status.report where service_id = $1', [kitchen]);
  expect(word).toEqual({ source: 'RESEARCHER', heard_channel: 'TELEPHONE' });
  expect(await etienne.page.getByRole('listitem').filter({ hasText: 'Le Pain partagé' }).count()).toBe(0);
  for (const person of [etienne, solange]) expect(await person.faults()).toEqual([]);
});

test('on a phone: nobody there, it rests; called back at its hour; who lets go leaves it to others; without a line nothing is taken', async () => {
  const she = await stage.signedIn('Solange', { viewport: phone });
  await she.opens('/to-reach');
  const { page } = she;
  const take = () => line(she, 'La Bonne Page').getByRole('button').click();
  await take();
  await page.getByRole('button', { name: /Laisser La Bonne Page/ }).click();
  await line(she, 'La Bonne Page')
    .getByRole('button', { name: /Prendre/ })
    .waitFor();
  await take();
  await page.getByRole('button', { name: 'À rappeler' }).click();
  await page.getByLabel('Jour', { exact: true }).fill('2030-01-01');
  await page.getByRole('button', { name: 'Rappeler à ce moment' }).click();
  await onScreen(she, /C’est trop loin/);
  expect(await she.faults()).toEqual([]);
  await page.getByRole('button', { name: 'Pas de réponse' }).click();
  await onScreen(she, 'Personne à joindre pour l’instant.');
  await page.getByLabel('1 laissé en repos').click();
  await line(she, 'La Bonne Page').getByText('En repos').waitFor();
  expect((await calls()).slice(1)).toMatchObject([{ result: 'RELEASED' }, { result: 'NO_ANSWER' }]);
  await she.losesTheLine();
  await until(() => line(she, 'La Bonne Page').getByRole('button').isDisabled());
});
