import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Clock } from '#libs/kernel';
import { desk } from '../support/person.ts';
import { bonnePage, kitchen, pain } from '../support/region.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Recherche', 'RESEARCHER', bonnePage);
}, 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

const words = async () =>
  await stage.hub.db.query(
    'select state, observed_at, source, heard_channel from status.report where service_id = $1 order by recorded_at desc, id desc limit 1',
    [kitchen],
  );

test('a sheet is chosen by name, printed, and typed in afterwards with its own hour', async () => {
  const researcher = await stage.signedIn('Recherche', { viewport: desk, timezoneId: 'America/Toronto' });
  const { page } = researcher;
  await researcher.opens('/visits');
  await page.getByRole('combobox', { name: 'Ajouter un organisme' }).fill('pain');
  await page.getByRole('option', { name: /Pain/ }).first().click();
  await page.getByRole('heading', { name: 'Cuisine collective' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('combobox', { name: 'Ajouter un organisme' }).isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: 'Cuisine collective' }).isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  expect(await researcher.faults()).toEqual([]);

  await page.getByRole('link', { name: 'Taper cette feuille' }).click();
  await page.getByRole('button', { name: 'Enregistrer la feuille' }).click();
  await page.getByText('Donnez le jour et l’heure de la visite').waitFor();
  const visited = new Date(stage.hub.get(Clock).now().getTime() - 3 * 3_600_000);
  visited.setUTCSeconds(0, 0);
  const there = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Toronto', dateStyle: 'short', timeStyle: 'short' }).format(visited);
  await page.getByLabel('Jour').first().fill(there.slice(0, 10));
  await page.getByLabel('Heure').first().fill(there.slice(11));
  await page.getByRole('button', { name: 'Enregistrer la feuille' }).click();
  await page.getByText('Cochez l’état d’au moins un service.').waitFor();

  const service = page.getByRole('article', { name: 'Cuisine collective' });
  await service.getByRole('checkbox', { name: 'Limité' }).check();
  await service.getByLabel(/Un mot pour le public/).fill('Le matin seulement');
  expect(await researcher.faults()).toEqual([]);
  await page.reload(); // what was typed is still there
  expect(await service.getByLabel(/Un mot pour le public/).inputValue()).toBe('Le matin seulement');
  await page.getByRole('button', { name: 'Enregistrer la feuille' }).click();
  await page.getByText('Publié : c’est ce que tout le monde voit.').waitFor();
  await until(async () => (await words())[0]?.heard_channel === 'VISIT');
  expect((await words())[0]).toMatchObject({ state: 'LIMITED', source: 'RESEARCHER', observed_at: visited });
});

test('a sheet typed in after the organization has spoken joins the history, and says so', async () => {
  const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
  await (await stage.hub.as('PARTNER_EDITOR', pain)).ask(reporting, { input: { serviceId: kitchen, state: 'OPEN' } });
  const researcher = await stage.signedIn('Recherche', { timezoneId: 'America/Toronto' });
  const { page } = researcher;
  await researcher.opens(`/visits/${pain}`);
  const yesterday = new Date(stage.hub.get(Clock).now().getTime() - 24 * 3_600_000);
  await page.getByLabel('Jour').first().fill(yesterday.toISOString().slice(0, 10));
  await page.getByRole('article', { name: 'Cuisine collective' }).getByRole('checkbox', { name: 'Complet' }).check();
  await page.getByRole('button', { name: 'Enregistrer la feuille' }).click();
  await page.getByText('Dans l’historique : un mot plus récent tient.').waitFor();
});

test('they are for 211: a partner is told so', async () => {
  const she = await stage.partner();
  await she.opens('/visits');
  await she.page.getByText('Ces feuilles sont pour l’équipe du 211.').waitFor();
});
