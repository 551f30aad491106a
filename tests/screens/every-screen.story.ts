import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AddMembership, CreateAccount } from '#libs/identity';
import { desk, type Person, phone } from '../support/person.ts';
import { bonnePage, kitchen } from '../support/region.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/test-hub.ts';

let stage: Stage, flood: string;
beforeAll(async () => {
  stage = await Stage.set();
  const { accountId } = await stage.hub
    .get(CreateAccount)
    .run({ email: 'supervisor@demo.fanal.test', displayName: 'Supervision', language: 'fr', demo: true });
  await stage.hub.get(AddMembership).run({ accountId, organizationId: bonnePage, role: 'CENTRE_SUPERVISOR', territories: [] });
  const opening = 'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }';
  const supervisor = await stage.hub.as('CENTRE_SUPERVISOR', bonnePage);
  const input = {
    name: { fr: 'Crue des Mille Îles', en: 'Mille Îles flood' },
    nature: 'FLOOD',
    areas: [{ territory: 'laval', phase: 'ALERT' }],
  };
  flood = (await supervisor.ask(opening, { input })).openCrisis.crisis.id;
}, 60_000);
afterAll(() => stage?.strike());

const wall = { width: 1920, height: 1080 };
const looks = [phone, desk, wall].flatMap(viewport =>
  (['fr', 'en'] as const).flatMap(language => (['light', 'dark'] as const).map(scheme => ({ viewport, language, scheme }))),
);
/** Both languages and both schemes at both hands; axe is slow, and the wall has no other page than the desk. */
const isHeard = ({ viewport, language, scheme }: (typeof looks)[number]) =>
  viewport !== wall && (viewport === phone) === ((language === 'fr') === (scheme === 'light'));
const where = (path: string, { viewport, language, scheme }: (typeof looks)[number]) => `${path} ${viewport.width} ${language} ${scheme}`;

async function become(person: Person, { viewport, language, scheme }: (typeof looks)[number]): Promise<void> {
  const { page } = person;
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: scheme });
  if ((await page.evaluate(() => (globalThis as any).document.documentElement.lang)) === language) return;
  const toggle = page.getByRole('button', { name: language === 'en' ? 'English' : 'Français', includeHidden: true });
  await toggle.evaluate(button => (button as any).click()); // under an open sheet too
  await until(() => page.evaluate(wanted => (globalThis as any).document.documentElement.lang === wanted, language));
}

/** What a screen must be, whatever it is of: one first heading, a name in the tab, nothing beyond the edge. */
const shape = (person: Person) =>
  person.page.evaluate(() => {
    const { document, innerWidth } = globalThis as any;
    const heads = [...document.querySelectorAll('h1')].map(h => h.textContent.trim());
    const wide = document.documentElement.scrollWidth - innerWidth;
    const named = document.title.endsWith(' · Fanal') && document.title.length > ' · Fanal'.length;
    return { heads: heads.filter(Boolean).length, named, lang: document.documentElement.lang, wide: wide > 1 ? wide : 0 };
  });

async function lookAt(person: Person, path: string): Promise<void> {
  await person.opens(path);
  await until(async () => (await person.page.locator('[aria-busy="true"]').count()) === 0);
  const wrong: unknown[] = [];
  for (const look of looks) {
    await become(person, look);
    const seen = await shape(person);
    if (JSON.stringify(seen) !== JSON.stringify({ heads: 1, named: true, lang: look.language, wide: 0 }))
      wrong.push([where(path, look), seen]);
    if (isHeard(look)) wrong.push(...(await person.faults()).map(fault => [where(path, look), fault]));
  }
  await become(person, looks[0]!);
  expect(wrong).toEqual([]);
}

/** From the skip link on, by Tab alone: every stop is another, can be seen, and the screen's own controls are among them. */
async function walks(person: Person): Promise<void> {
  const { page } = person;
  await page.evaluate(() => (globalThis as any).document.activeElement?.blur());
  const stops = new Set<string>();
  let inside = 0;
  for (let n = 0; n < 16; n++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement, body, innerHeight } = (globalThis as any).document;
      if (!activeElement || activeElement === body) return null;
      const { top, bottom, width, height } = activeElement.getBoundingClientRect();
      const path = [];
      for (let at = activeElement; at.parentElement; at = at.parentElement) path.push([...at.parentElement.children].indexOf(at));
      const main = Boolean(activeElement.closest('main, [role=dialog]'));
      const held = width > 0 && height > 0 && bottom > 0 && top < ((globalThis as any).innerHeight ?? innerHeight);
      return { path: path.join(), main, held, html: activeElement.outerHTML.slice(0, 100) };
    });
    if (!stop || stops.has(stop.path)) break; // out of the page, or round again
    stops.add(stop.path);
    if (stop.main) inside++;
    expect(stop).toMatchObject({ held: true });
  }
  expect(inside).toBeGreaterThan(0);
}

test('for anyone', async () => {
  const she = await stage.somebody();
  for (const path of ['/', `/services/${kitchen}`, '/what-a-status-means', '/sign-in', '/nowhere', '/crises', `/crises/${flood}`]) {
    await lookAt(she, path);
    if (path !== '/what-a-status-means') await walks(she);
  }
  await she.opens('/');
  await she.live.waitFor();
  await she.losesTheLine();
  expect(await she.faults()).toEqual([]);
  expect(await stage.clear()).toEqual([]);
}, 120_000);

test('for a partner', async () => {
  const she = await stage.partner();
  for (const path of ['/my-services', `/my-services?change=${kitchen}`, '/me']) {
    await lookAt(she, path);
    await walks(she);
  }
  await she.opens('/my-services');
  await she.live.waitFor();
  await she.losesTheLine();
  expect(await she.faults()).toEqual([]);
  expect(await stage.clear()).toEqual([]);
}, 120_000);

test('for who coordinates', async () => {
  const she = await stage.somebody({ viewport: desk });
  await she.opens('/sign-in');
  await she.page.getByRole('button', { name: /Supervision/ }).click();
  await she.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  for (const path of ['/situation', '/crises/new']) {
    await lookAt(she, path);
    await walks(she);
  }
  expect(await stage.clear()).toEqual([]);
}, 120_000);
