import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newSubjects, put, states, writes } from '../support/letters.ts';
import { wrongOf } from '../support/looks.ts';
import { MailSink } from '../support/mail-sink.ts';
import { desk, type Person, phone } from '../support/person.ts';
import { bonnePage } from '../support/region.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

const LETTER = 'invitation-of-the-tests';
let stage: Stage, mails: MailSink;
const subjects = newSubjects(5);
beforeAll(async () => {
  mails = await MailSink.listening();
  stage = await Stage.set({ SMTP_URL: mails.url });
  await stage.has('Supervision', 'CENTRE_SUPERVISOR', bonnePage);
  await stage.has('Coordination', 'MUNICIPAL_COORDINATOR', bonnePage);
  writes(stage.hub, LETTER);
  mails.answerToRecipient = to => (subjects.slice(0, 3).some(subject => to.startsWith(subject)) ? 550 : undefined);
  await put(stage.hub, LETTER, subjects);
  await until(async () => (await states(stage.hub, LETTER)).SENT === 2 && (await states(stage.hub, LETTER)).DEAD === 3);
}, 60_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(async () => {
  await stage?.strike();
  await mails?.close();
});

const sees = (person: Person, words: string | RegExp) => person.page.getByText(words).filter({ visible: true }).first().waitFor();
const rows = (person: Person) => person.page.getByRole('region', { name: 'Envois' }).getByRole('listitem');
const wrongWith = async (person: Person) => [...(await wrongOf(person)), ...(await person.faults())];

test('a supervisor finds what did not leave from ctrl-K, reads why, and sends it again once the address takes mail', async () => {
  const she = await stage.signedIn('Supervision', { viewport: desk });
  const { page } = she;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Service, organisme/ }).fill('envois');
  await page
    .getByRole('option', { name: /Envois/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Envois' }).waitFor();
  await sees(she, /^(Le serveur de courriel prend ce qui part|Aucun ennui connu)/);
  await page.getByRole('link', { name: /3\s*Pas partis/ }).click();
  await until(async () => (await rows(she).count()) === 3);
  expect(page.url()).toContain('state=dead');
  await rows(she)
    .first()
    .getByText(/L’adresse n’existe plus, ou elle refuse notre courriel \(SMTP_550\)/)
    .waitFor();
  expect(await page.getByRole('main').textContent()).not.toContain('@');
  expect(await wrongWith(she)).toEqual([]);

  mails.answerToRecipient = () => undefined;
  await rows(she).first().getByRole('button', { name: 'Renvoyer' }).click();
  await until(async () => (await states(stage.hub, LETTER)).SENT === 3);
  await sees(she, '1 message repart.');
  await page.getByRole('link', { name: /2\s*Pas partis/ }).waitFor();

  await rows(she).first().getByRole('button', { name: 'Abandonner' }).click();
  expect((await states(stage.hub, LETTER)).WITHDRAWN).toBeUndefined(); // it asks once more
  await rows(she).first().getByRole('button', { name: 'Oui, ne plus l’envoyer' }).click();
  await until(async () => (await states(stage.hub, LETTER)).WITHDRAWN === 1);
  await page.getByRole('link', { name: /1\s*Pas partis/ }).waitFor();
});

test('a mail server that takes nothing says since when and why; what waits is not lost', async () => {
  await stage.hub.db
    .query(`update platform.lane set closed_since = now() - interval '2 h', next_probe_at = now() + interval '5 min', failures = 1,
    last_error = 'ECONNREFUSED' where channel = 'MAIL'`);
  const she = await stage.signedIn('Supervision', { viewport: phone });
  await she.opens('/outgoing');
  await sees(
    she,
    /Le serveur de courriel ne prend plus rien\s: arrêté .* Le serveur d’en face ne répond pas ou coupe \(ECONNREFUSED\)\. Prochain essai/,
  );
  expect(await wrongWith(she)).toEqual([]);
  await stage.hub.db.query('update platform.lane set closed_since = null, next_probe_at = null, failures = 0');
});

test('a thousand that did not leave: a hundred at a time, and all of a page sent again at once, asked once more', async () => {
  await stage.hub.db.query(
    `insert into platform.outgoing (id, channel, template, subject, state, tries, due_at, last_error, created_at)
     select uuidv7(), 'MAIL', $1, gen_random_uuid(), 'DEAD', 8, now(), 'SMTP_451', now() from generate_series(1, 1000)`,
    [LETTER],
  );
  const she = await stage.signedIn('Supervision', { viewport: phone });
  const { page } = she;
  await she.opens('/outgoing?state=dead&channel=MAIL');
  await sees(she, /^1\s001 envois$/);
  await until(async () => (await rows(she).count()) === 100);
  expect(await wrongOf(she)).toEqual([]);
  await page.getByRole('link', { name: 'Les précédents' }).click();
  await page.waitForURL('**after=**');
  await until(async () => (await rows(she).count()) === 100);
  await page.getByRole('button', { name: 'Renvoyer les 100 de cette page' }).click();
  expect((await states(stage.hub, LETTER)).DEAD).toBe(1_001);
  await page.getByRole('button', { name: 'Oui, renvoyer 100 messages' }).click();
  await sees(she, '100 messages repartent.');
  await sees(she, /^901 envois$/);
  await page.getByRole('link', { name: 'Les plus récents' }).click();
  await page.waitForURL(url => !url.search.includes('after'));
});

test('a coordinator, a partner and nobody are told that it is not for them', async () => {
  for (const who of ['Coordination', 'Partenaire', null]) {
    const she = who ? await stage.signedIn(who) : await stage.somebody();
    await she.opens('/outgoing');
    await sees(she, 'Les envois sont pour l’équipe du 211.');
    expect(await wrongOf(she)).toEqual([]);
  }
});
