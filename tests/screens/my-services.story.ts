import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { AddMembership } from '#libs/identity';
import { desk, phone } from '../support/person.ts';
import { bonnePage, pain } from '../support/region.ts';
import { card, row, says, Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
beforeAll(async () => void (stage = await Stage.set()), 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

test('a partner closes a food bank from a phone, and it turns on a second screen; its line is cut, and it misses nothing', async () => {
  const she = await stage.partner();
  const board = await stage.somebody({ viewport: desk, locale: 'en-CA', colorScheme: 'dark' });
  await board.opens('/');
  await row(board, 'Community kitchen').getByText('Unknown').waitFor();

  await says(she, /Fermé temporairement/);
  await card(she).getByText('Voici ce que le monde voit maintenant').waitFor();
  await row(board, 'Community kitchen')
    .getByText(/Suspended/)
    .waitFor();

  await board.losesTheLine();
  for (const state of [/Ouvert/, /Complet/]) {
    const before = await stage.reports();
    await says(she, state);
    await until(async () => (await stage.reports()) === before + 1);
  }
  expect(
    await row(board, 'Community kitchen')
      .getByText(/Suspended/)
      .isVisible(),
  ).toBe(true);
  await board.hasTheLineAgain();
  await row(board, 'Community kitchen').getByText('Full').waitFor({ timeout: 40_000 });
}, 120_000);

test('without a line a report is kept on the phone, survives the page, and is one report when the line returns', async () => {
  const she = await stage.partner();
  await she.page.evaluate(() => (globalThis as any).navigator.serviceWorker.ready.then(() => undefined));
  await until(() => she.keeps('Cuisine collective'));
  await she.losesTheLine();
  const before = await stage.reports();
  await says(she, /Limité/);
  await card(she).getByText('En attente d’envoi').waitFor();
  await card(she).getByText('le public ne le voit pas').waitFor();
  await she.page.getByText('1 changement attend d’être envoyé.').waitFor();
  await she.opensAnother('/my-services');
  await card(she).getByText('Limité').waitFor();
  expect(await stage.reports()).toBe(before);
  await she.hasTheLineAgain();
  await until(async () => (await stage.reports()) === before + 1, 40_000);
  await she.page.getByText(/En attente d’envoi/).waitFor({ state: 'detached', timeout: 40_000 });
  expect(await stage.reports()).toBe(before + 1);
}, 120_000);

test('what was corrected is done with in one tap, and said aloud as it is; one tap confirms, with the keyboard alone', async () => {
  const she = await stage.partner();
  await says(she, /Complet/);
  const aloud = she.page.getByRole('status').filter({ hasText: 'Publié' });
  await aloud.filter({ hasText: 'Complet' }).waitFor();
  await says(she, /Ouvert/);
  await aloud.filter({ hasText: 'Ouvert' }).waitFor({ timeout: 5_000 });
  await card(she)
    .getByRole('button', { name: /C’est bon/ })
    .click();
  await card(she)
    .getByRole('button', { name: /Toujours vrai/ })
    .focus();
  await she.page.keyboard.press('Enter');
  await card(she).getByText('Confirmé à l’instant').waitFor();
});

test('a session that ends in the middle of a report: what she said waits, and is one report once she is back', async () => {
  const administrator = await stage.hub.as('ADMINISTRATOR', bonnePage);
  const she = await stage.partner();
  await says(she, /Ouvert/);
  await card(she)
    .getByRole('button', { name: /C’est bon/ })
    .click();
  await card(she)
    .getByRole('button', { name: /Changer/ })
    .click();
  await she.page.getByRole('radio', { name: /Complet/ }).click();

  const [membership] = await stage.hub.db.query(
    'select id, account_id from identity.membership where organization_id = $1 and ended_at is null',
    [pain],
  );
  const ending = 'mutation ($input: EndMembershipInput!) { endMembership(input: $input) { __typename } }';
  await administrator.ask(ending, { input: { membershipId: membership.id } });
  const before = await stage.reports();
  await she.page.getByRole('button', { name: 'Publier' }).click();
  await she.page.getByText('Votre session est terminée.').first().waitFor();
  await card(she)
    .getByText(/En attente/)
    .waitFor();
  expect(await stage.reports()).toBe(before);

  await stage.hub
    .get(AddMembership)
    .run({ accountId: membership.account_id, organizationId: pain, role: 'PARTNER_EDITOR', territories: [] });
  await she.page
    .getByRole('link', { name: 'Se reconnecter' })
    .or(she.page.getByRole('button', { name: 'Se reconnecter' }))
    .first()
    .click();
  await she.page.getByRole('button', { name: /Partenaire/ }).click();
  await until(async () => (await stage.reports()) === before + 1, 30_000);
  await card(she).getByText('Complet').waitFor();
}, 60_000);

const looks = [
  [phone.width, 'fr-CA', 'dark', phone],
  [desk.width, 'en-CA', 'light', desk],
] as const;
test.each(looks)(
  'at %i px in %s, %s, what waits for the line: nothing serious for those who see, hear or point otherwise',
  async (_, locale, colorScheme, viewport) => {
    const she = await stage.somebody({ viewport, locale, colorScheme });
    await she.opens('/sign-in');
    await she.page.getByRole('button', { name: /Partenaire/ }).click();
    await she.page.getByRole('article', { name: /Cuisine collective|Community kitchen/ }).waitFor();
    await she.page
      .getByRole('article')
      .first()
      .getByRole('button', { name: /Changer|Change|Dire|Say/ })
      .first()
      .click();
    await she.page.getByRole('dialog').waitFor();
    await she.losesTheLine();
    await she.page.getByRole('radio', { name: /Limité|Limited/ }).click();
    await she.page.getByRole('button', { name: /^(Publier|Publish)$/ }).click();
    await she.page.getByText(/En attente d’envoi|Waiting to be sent/).waitFor();
    expect(await she.faults()).toEqual([]);
  },
  60_000,
);
