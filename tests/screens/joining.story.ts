import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { DevelopmentMailbox } from '#libs/platform';
import { bonnePage, pain } from '../support/region.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Recherche', 'RESEARCHER', bonnePage);
}, 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

/** The address in the last letter to this person whose subject says so. */
async function wayIn(email: string, about: string): Promise<string> {
  const { received } = stage.hub.get(DevelopmentMailbox);
  const found = () => received.find(mail => mail.to.includes(email) && mail.subject.includes(about));
  await until(() => found() !== undefined);
  return new URL(/https?:\S+#\S+/.exec(found()!.text)![0]).href.replace(/^https?:\/\/[^/]+/, '');
}

test('an editor invites a colleague, who takes the link on a phone, is one of them, and leaves', async () => {
  const editor = await stage.partner();
  await editor.opens('/me');
  await editor.page.getByText(/^Qui parle pour/).click();
  await editor.page.getByLabel('Inviter quelqu’un').fill('pas une adresse');
  await editor.page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await editor.page.getByText('Ce n’est pas une adresse courriel.').waitFor();
  await editor.page.getByLabel('Inviter quelqu’un').fill('nadia@pain.test');
  await editor.page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await editor.page.getByText('L’invitation part à nadia@pain.test.').waitFor();
  expect(await editor.faults()).toEqual([]);

  const nadia = await stage.somebody();
  await nadia.opens(await wayIn('nadia@pain.test', 'Invitation à parler'));
  await nadia.page.getByRole('button', { name: 'Accepter et entrer' }).click();
  await nadia.page.getByText('Écrivez votre nom').waitFor();
  expect(await nadia.faults()).toEqual([]);
  await nadia.page.getByLabel('Votre nom').fill('Nadia Benali');
  await nadia.page.getByRole('button', { name: 'Accepter et entrer' }).click();
  await nadia.page.waitForURL(/my-services/);
  await nadia.page.getByRole('article', { name: 'Cuisine collective' }).waitFor();

  await nadia.opens('/me');
  await nadia.page.getByRole('button', { name: /^Quitter/ }).click();
  await nadia.page.getByText(/Vous ne pourrez plus dire/).waitFor();
  await nadia.page.getByRole('button', { name: /^Quitter/ }).click();
  await nadia.page.getByRole('link', { name: 'Se connecter' }).first().waitFor();
});

test('who claims an organization is accepted by a researcher, who sees by which way they came', async () => {
  const claiming = 'mutation ($input: ClaimMembershipInput!) { claimMembership(input: $input) { __typename } }';
  const input = { organizationId: pain, email: 'omar@pain.test', displayName: 'Omar Diallo' };
  await (await stage.hub.as()).ask(claiming, { input });
  const omar = await stage.somebody();
  await omar.opens(await wayIn(input.email, 'confirmez'));
  await omar.page.getByRole('button', { name: 'C’est mon adresse' }).click();
  await omar.page.getByText('Merci, votre adresse est confirmée.').waitFor();

  const researcher = await stage.signedIn('Recherche');
  await researcher.opens('/me');
  await researcher.page.getByRole('link', { name: 'Rattachements' }).click();
  await researcher.page.getByText('S’est présenté sans lien').waitFor();
  expect(await researcher.faults()).toEqual([]);
  await researcher.page.getByRole('button', { name: 'Accepter Omar Diallo' }).click();
  await researcher.page.getByText('Personne n’attend').waitFor();
  const { received } = stage.hub.get(DevelopmentMailbox);
  await until(() => received.some(mail => mail.to.includes(input.email) && mail.subject.includes('maintenant')));
});
