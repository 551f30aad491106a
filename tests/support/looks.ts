import { desk, type Person, phone } from './person.ts';
import { until } from './test-hub.ts';

export const wall = { width: 1920, height: 1080 };
export const isLong = process.env.FANAL_LONG === '1';

const all = [phone, desk, wall].flatMap(viewport =>
  (['fr', 'en'] as const).flatMap(language => (['light', 'dark'] as const).map(scheme => ({ viewport, language, scheme }))),
);
export type Look = (typeof all)[number];

const usual = ['390 fr light', '390 en dark', '1440 fr dark', '1920 en light'];
const called = ({ viewport, language, scheme }: Look): string => `${viewport.width} ${language} ${scheme}`;

/** Every width, language and scheme; in the long form each with each. */
export const looks = all.filter(look => isLong || usual.includes(called(look)));

/** Axe is slow: at both hands in French, or everywhere in the long form. */
export const isHeard = (look: Look): boolean => isLong || (look.language === 'fr' && usual.includes(called(look)));

export const named = (path: string, look: Look): string => `${path} ${called(look)}`;

export async function become(person: Person, { viewport, language, scheme }: Look): Promise<void> {
  const { page } = person;
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: scheme });
  const spoken = () => page.evaluate(() => (globalThis as any).document.documentElement.lang);
  if ((await spoken()) === language) return;
  const toggle = page.getByRole('button', { name: language === 'en' ? 'English' : 'Français', includeHidden: true });
  if ((await toggle.count()) > 0)
    await toggle.evaluate(button => (button as any).click()); // under an open sheet too
  else if ((await page.locator(`a[hreflang=${language}]`).count()) > 0) {
    await page.locator(`a[hreflang=${language}]`).first().click(); // a page without a script
    await isThere(person);
  } else {
    await page.evaluate(wanted => (globalThis as any).localStorage.setItem('language', wanted), language);
    await page.reload();
    await isThere(person);
  }
  await until(async () => (await spoken()) === language);
}

/** All that the screen waits for has come. */
export async function isThere(person: Person): Promise<void> {
  await person.page.getByRole('heading', { level: 1 }).first().waitFor();
  await until(async () => (await person.page.locator('[aria-busy="true"]').count()) === 0);
}

/** What is wrong with a screen, whatever it is of: its headings, its name, what is cut, what is beyond the edge, and what is no word. */
export const wrongOf = (person: Person): Promise<string[]> => person.page.evaluate(wrongHere);

function wrongHere(): string[] {
  const { document, innerWidth, getComputedStyle } = globalThis as any;
  const wrong: string[] = [];
  const shown = (element: any): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const html = (element: any): string => element.outerHTML.slice(0, 140);
  const unseen = (element: any): boolean => element.closest('.unseen, [inert], [class*=mapboxgl], [class*=maplibre]') !== null;
  const scrolls = (element: any): boolean => {
    for (let at = element.parentElement; at; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  const clips = (element: any): boolean => {
    for (let at = element.parentElement; at; at = at.parentElement) if (/hidden|clip/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };

  const heads = [...document.querySelectorAll('h1')].filter(head => head.textContent.trim() && shown(head));
  if (heads.length !== 1) wrong.push(`${heads.length} first headings`);
  if (!/\S · Fanal$/.test(document.title)) wrong.push(`the tab says « ${document.title} »`);
  if (document.documentElement.scrollWidth > innerWidth + 1) wrong.push(`${document.documentElement.scrollWidth - innerWidth} px too wide`);

  for (const element of document.querySelectorAll('body *')) {
    if (unseen(element) || !shown(element)) continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (right > innerWidth + 1 || left < -1) && !scrolls(element) && !clips(element))
      wrong.push(`beyond the edge: ${html(element)}`);
    const { overflowX, overflowY, position } = getComputedStyle(element);
    const said = [...element.childNodes].some((node: any) => node.nodeType === 3 && node.data.trim());
    const cut =
      (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1);
    if (cut && position !== 'absolute' && (said || !element.querySelector('canvas, svg, [class*=scroll]')))
      wrong.push(`cut: ${html(element)}`);
  }

  const isNoWord =
    /^[a-z]+([A-Z][a-z]+)+(\.\w+)*$|^[a-z]\w*(\.[a-zA-Z]\w*)+$|^[A-Z]+_[A-Z_]+$|\{\{|\}\}|\bundefined\b|\bNaN\b|\bnull\b|Invalid Date|\[object/;
  const words = new Set<string>();
  const texts = document.createTreeWalker(document.body, 4);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (!node.parentElement.closest('script, style, noscript')) words.add(node.data.trim());
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`)) words.add(element.getAttribute(name).trim());
  for (const word of words) if (isNoWord.test(word)) wrong.push(`no word: ${word}`);
  return wrong;
}

/** From the skip link on, by Tab alone: every stop is another, is seen and says so, and the screen's own controls are among them. */
export async function walks(person: Person, most = 16): Promise<string[]> {
  const { page } = person;
  await page.evaluate(() => (globalThis as any).document.activeElement?.blur());
  const [stops, wrong] = [new Set<string>(), [] as string[]];
  let inside = 0;
  for (let n = 0; n < most; n++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(stopHere);
    if (!stop || stops.has(stop.path)) break; // out of the page, or round again
    stops.add(stop.path);
    if (stop.main) inside++;
    if (!stop.held) wrong.push(`out of sight: ${stop.html}`);
    if (!stop.marked) wrong.push(`not seen to be chosen: ${stop.html}`);
  }
  return inside > 0 ? wrong : [...wrong, `nothing of the screen itself in ${stops.size} stops`];
}

function stopHere() {
  const { document, innerHeight, getComputedStyle } = globalThis as any;
  const { activeElement, body } = document;
  if (!activeElement || activeElement === body) return null;
  const { top, bottom, width, height } = activeElement.getBoundingClientRect();
  const path = [];
  for (let at = activeElement; at.parentElement; at = at.parentElement) path.push([...at.parentElement.children].indexOf(at));
  const ringed = (element: any): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  };
  const around = [activeElement, activeElement.closest('label'), activeElement.parentElement, activeElement.nextElementSibling];
  return {
    path: path.join(),
    main: Boolean(activeElement.closest('main, [role=dialog]')),
    held: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    marked: around.some(element => element && ringed(element)),
    html: activeElement.outerHTML.slice(0, 140),
  };
}
